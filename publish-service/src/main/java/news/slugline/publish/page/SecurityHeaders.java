package news.slugline.publish.page;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells browsers to load nothing but the site's own style and pictures, to guess no types and to run no scripts. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class SecurityHeaders extends OncePerRequestFilter {

    /** Pictures may also lie in a media store of another host. */
    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self' https:; "
            + "base-uri 'none'; frame-ancestors 'none'; form-action ";

    /** Where editors decide. */
    private static final String WITH_FORMS = "/explain";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean hasForms = request.getRequestURI().startsWith(WITH_FORMS);
        response.setHeader("Content-Security-Policy", POLICY + (hasForms ? "'self'" : "'none'"));
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
        chain.doFilter(request, response);
    }
}
