package org.thun.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no such page, or none that this person may see: both answer 404, so nobody learns what exists. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public class NotFound extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param what what was looked for, for the log: {@code "grant 01j…"} */
    public NotFound(String what) {
        super(what);
    }
}
