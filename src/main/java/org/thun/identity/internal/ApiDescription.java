package org.thun.identity.internal;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the API says of itself at {@code /v3/api-docs}: how to sign in, what a refusal looks like. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final String BASIC = "basic";
    private static final String SESSION = "session";

    private static final String ABOUT = """
            The same commands and queries as the screens, with the same permissions. Sign in with HTTP Basic, or with the \
            session cookie of the screens; a request that changes something by session also needs the CSRF token of the \
            page (header `X-CSRF-TOKEN`). Errors are problem details (RFC 9457); what you may not see answers 404, a step \
            somebody else was faster at answers 409. Dates are ISO 8601 (C.E.), amounts are decimal strings in baht.""";

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info().title("Thun").version("v1").description(ABOUT))
                .components(new Components()
                        .addSecuritySchemes(BASIC, new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("basic"))
                        .addSecuritySchemes(SESSION, new SecurityScheme()
                                .type(SecurityScheme.Type.APIKEY)
                                .in(SecurityScheme.In.COOKIE)
                                .name("SESSION")))
                .addSecurityItem(new SecurityRequirement().addList(BASIC))
                .addSecurityItem(new SecurityRequirement().addList(SESSION));
    }
}
