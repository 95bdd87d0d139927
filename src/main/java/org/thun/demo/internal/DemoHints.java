package org.thun.demo.internal;

import java.util.Arrays;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.thun.identity.SignInHints;

/** Offers the demonstration's accounts on the sign-in page. */
@Component
@Profile("demo")
class DemoHints implements SignInHints {

    @Override
    public List<Hint> hints() {
        return Arrays.stream(DemoPerson.values())
                .map(person -> new Hint(person.username(), person.role(), person.work()))
                .toList();
    }

    @Override
    public String password() {
        return DemoPerson.PASSWORD;
    }
}
