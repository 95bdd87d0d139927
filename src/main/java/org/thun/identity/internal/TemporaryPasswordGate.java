package org.thun.identity.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.thun.identity.CurrentActor;

/** Who came in with a temporary password chooses another before anything else. */
@Configuration(proxyBeanMethods = false)
class TemporaryPasswordGate implements WebMvcConfigurer, HandlerInterceptor {

    private static final String CHANGE = "/account/password";

    private final CurrentActor currentActor;

    TemporaryPasswordGate(CurrentActor currentActor) {
        this.currentActor = currentActor;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this)
                .excludePathPatterns(CHANGE, "/signin", "/setup", "/error", "/assets/**", "/favicon.ico");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!currentActor.isPresent() || !currentActor.mustChangePassword()) {
            return true;
        }
        if (request.getRequestURI().startsWith(request.getContextPath() + "/api/")) {
            response.sendError(HttpStatus.FORBIDDEN.value());
        } else {
            response.sendRedirect(request.getContextPath() + CHANGE);
        }
        return false;
    }
}
