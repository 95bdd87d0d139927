package org.thun.imports.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Large files are for imports alone: everywhere else a form with files has the size of a document. The container knows one
 * limit for all, so the smaller one is kept here, before anything of the request is read.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class UploadLimits extends OncePerRequestFilter {

    /** Room for the other fields of a form and its boundaries. */
    private static final long FRAME = 1024 * 1024;

    private static final String PATH = "/registers/imports";

    private final DataSize everywhere;
    private final DataSize imports;

    UploadLimits(@Value("${thun.uploads.max-size}") DataSize everywhere,
            @Value("${thun.imports.max-file-size}") DataSize imports) {
        this.everywhere = everywhere;
        this.imports = imports;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String type = request.getContentType();
        if (type != null && type.startsWith("multipart/")) {
            long length = request.getContentLengthLong();
            DataSize limit = request.getRequestURI().equals(request.getContextPath() + PATH) ? imports : everywhere;
            if (length < 0 && request.getHeader("Transfer-Encoding") != null) {
                response.sendError(HttpServletResponse.SC_LENGTH_REQUIRED);
                return;
            }
            if (length > limit.toBytes() + FRAME) {
                response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
                return;
            }
        }
        chain.doFilter(request, response);
    }
}
