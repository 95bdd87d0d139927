package org.thun.web.internal;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.ModelAndView;
import org.thun.shared.Ids;
import org.thun.web.Formats;

/**
 * What a person (a page) or a program (RFC 9457 problem details) reads when a request fails: what happened, what to do,
 * and a reference that the log knows. Never a stack trace.
 */
@Controller
class ErrorPages implements ErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    /** Those with a text of their own; others borrow the text of 400 or 500. */
    private static final Set<Integer> WITH_TEXT = Set.of(400, 403, 404, 405, 409, 413, 500);

    private static final int REFERENCE_LENGTH = 10;

    private final Formats formats;

    ErrorPages(Formats formats) {
        this.formats = formats;
    }

    @RequestMapping("/error")
    Object show(HttpServletRequest request) {
        HttpStatus status = status(request);
        String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        String reference = reference();
        record(status, path, reference, request);
        int text = textOf(status);
        if (asksForJson(request, path)) {
            ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail(request, status, text));
            problem.setTitle(formats.message("web.error." + text + ".title"));
            problem.setInstance(URI.create(path));
            problem.setProperty("reference", reference);
            return ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
        }
        return new ModelAndView("web/error", status)
                .addObject("status", status.value())
                .addObject("texts", "web.error." + text)
                .addObject("reference", reference);
    }

    /** Opening /error by hand is no failure; it is a page that does not exist. */
    private static HttpStatus status(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code) {
            HttpStatus known = HttpStatus.resolve(code);
            return known == null ? HttpStatus.INTERNAL_SERVER_ERROR : known;
        }
        return request.getDispatcherType() == DispatcherType.ERROR
                ? HttpStatus.INTERNAL_SERVER_ERROR
                : HttpStatus.NOT_FOUND;
    }

    private static int textOf(HttpStatus status) {
        if (WITH_TEXT.contains(status.value())) {
            return status.value();
        }
        if (status == HttpStatus.UNAUTHORIZED) {
            return HttpStatus.FORBIDDEN.value();
        }
        return status.is5xxServerError() ? HttpStatus.INTERNAL_SERVER_ERROR.value() : HttpStatus.BAD_REQUEST.value();
    }

    private static boolean asksForJson(HttpServletRequest request, String path) {
        String accept = request.getHeader("Accept");
        return path.startsWith(request.getContextPath() + "/api/")
                || accept != null && accept.contains("json") && !accept.contains("text/html");
    }

    /**
     * A program's mistake is told as Spring found it ("Required parameter 'asOf' is not present"); all else in our
     * words.
     */
    private String detail(HttpServletRequest request, HttpStatus status, int text) {
        return status.is4xxClientError()
                        && failure(request) instanceof ErrorResponse response
                        && response.getBody().getDetail() != null
                ? response.getBody().getDetail()
                : formats.message("web.error." + text + ".text");
    }

    /** The random part of an id: short enough to read out on the telephone. */
    private static String reference() {
        String id = Ids.next();
        return id.substring(id.length() - REFERENCE_LENGTH);
    }

    private static void record(HttpStatus status, String path, String reference, HttpServletRequest request) {
        Throwable failure = failure(request);
        if (status.is5xxServerError()) {
            LOG.error("{} {} {}: reference {}", status.value(), request.getMethod(), path, reference, failure);
        } else {
            LOG.info("{} {} {}: reference {}{}", status.value(), request.getMethod(), path, reference,
                    failure == null ? "" : " (" + failure + ")");
        }
    }

    private static Throwable failure(HttpServletRequest request) {
        Object handled = request.getAttribute(DispatcherServlet.EXCEPTION_ATTRIBUTE);
        return (Throwable) (handled == null ? request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) : handled);
    }
}
