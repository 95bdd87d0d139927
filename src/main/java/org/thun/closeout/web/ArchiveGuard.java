package org.thun.closeout.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.thun.grants.Grant;
import org.thun.grants.GrantState;
import org.thun.grants.Grants;
import org.thun.identity.CurrentActor;
import org.thun.shared.Problem;
import org.thun.web.Flash;
import org.thun.web.Formats;

/**
 * A closed grant is an archive: whatever command is sent to an address of its case file is refused with a message, before
 * any page of any module sees it; its tasks have ended with it. Three things go on: the grant that continues it is drafted
 * from there, an evaluation outlives the grant it looks back on, and reports are made and sent, which changes nothing.
 */
@Configuration(proxyBeanMethods = false)
class ArchiveGuard implements WebMvcConfigurer, HandlerInterceptor {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private static final Pattern CASE = Pattern.compile("(/api/v1)?/grants/([^/]+)(/.*)?");

    private static final Pattern OPEN =
            Pattern.compile("/close-out/successor|/evaluation/.*|/reports/(runs|mail)(/.*)?");

    private static final String MESSAGE = "closeout.archive.readOnly";

    private final Grants grants;
    private final CurrentActor currentActor;
    private final Formats formats;
    private final ObjectMapper json;

    ArchiveGuard(Grants grants, CurrentActor currentActor, Formats formats, ObjectMapper json) {
        this.grants = grants;
        this.currentActor = currentActor;
        this.formats = formats;
        this.json = json;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (READING.contains(request.getMethod()) || !currentActor.isPresent()) {
            return true;
        }
        String path = request.getRequestURI().substring(request.getContextPath().length());
        Matcher address = CASE.matcher(path);
        if (!address.matches() || address.group(3) != null && OPEN.matcher(address.group(3)).matches()) {
            return true;
        }
        Optional<Grant> closed = grants.find(address.group(2), currentActor.get())
                .filter(grant -> grant.state() == GrantState.CLOSED);
        if (closed.isPresent() && address.group(1) == null) {
            leadBack(closed.get(), request, response);
        } else if (closed.isPresent()) {
            refuse(response);
        }
        return closed.isEmpty();
    }

    /** Pages: back to the case file, with the message on top. */
    private static void leadBack(Grant grant, HttpServletRequest request, HttpServletResponse response) {
        String page = request.getContextPath() + grant.path();
        FlashMap message = RequestContextUtils.getOutputFlashMap(request);
        message.put(Flash.ATTRIBUTE, new Flash("bad", MESSAGE, List.of()));
        message.setTargetRequestPath(page);
        RequestContextUtils.getFlashMapManager(request).saveOutputFlashMap(message, request, response);
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader("Location", page);
    }

    /** Programs: problem details, as any refused command answers. */
    private void refuse(HttpServletResponse response) throws IOException {
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_ENTITY, formats.message(MESSAGE));
        problem.setProperty("problems", formats.problems(List.of(Problem.of(MESSAGE).under("BR-38"))));
        response.setStatus(problem.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write(json.writeValueAsString(problem));
    }
}
