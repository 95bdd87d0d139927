package org.thun.programmes.internal;

import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.thun.programmes.DefinitionProblem;
import org.thun.shared.LocalizedText;
import org.thun.shared.Problem;

/** Loads the definitions when the application starts, and says once in the log what is wrong with them. */
@Component
@Order(ProgrammeStart.ORDER)
class ProgrammeStart implements ApplicationRunner {

    /** Before the centres (20) and before anything that fills a demonstration. */
    static final int ORDER = 10;

    private static final Logger LOG = LoggerFactory.getLogger(ProgrammeStart.class);

    private final ProgrammeShelf shelf;
    private final MessageSource messages;

    ProgrammeStart(ProgrammeShelf shelf, MessageSource messages) {
        this.shelf = shelf;
        this.messages = messages;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        shelf.load();
        for (DefinitionProblem fault : shelf.problems()) {
            LOG.warn("Programme definition not activated: {}: {}", fault.place(), text(fault.problem()));
        }
    }

    private String text(Problem problem) {
        Object[] args = problem.args().stream()
                .map(arg -> arg instanceof LocalizedText text ? text.in(Locale.ENGLISH) : arg)
                .toArray();
        return messages.getMessage(problem.messageKey(), args, problem.messageKey(), Locale.ENGLISH);
    }
}
