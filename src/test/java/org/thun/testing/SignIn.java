package org.thun.testing;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import org.springframework.test.web.servlet.MockMvc;

/** Signs in as a person does, by the form; requests that carry the cookie work in that session. */
public final class SignIn {

    private SignIn() {}

    public static Cookie as(MockMvc mvc, String username, String password) throws Exception {
        Cookie session = mvc.perform(post("/signin")
                        .with(csrf())
                        .param("username", username)
                        .param("password", password))
                .andReturn()
                .getResponse()
                .getCookie("SESSION");
        if (session == null) {
            throw new AssertionError("sign-in of " + username + " failed");
        }
        return session;
    }
}
