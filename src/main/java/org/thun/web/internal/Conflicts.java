package org.thun.web.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/**
 * Two people at the same thing at the same moment: the one who lost the race is told so (409). Our unique keys fire
 * before the engine's optimistic lock, so both kinds mean the same here.
 */
@ControllerAdvice
class Conflicts {

    private static final Logger LOG = LoggerFactory.getLogger(Conflicts.class);

    @ExceptionHandler({ConcurrencyFailureException.class, DuplicateKeyException.class})
    void someoneWasFaster(Exception conflict, HttpServletResponse response) throws IOException {
        LOG.warn("someone was faster", conflict);
        response.sendError(HttpServletResponse.SC_CONFLICT);
    }
}
