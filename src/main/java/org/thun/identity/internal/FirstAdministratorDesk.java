package org.thun.identity.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.thun.identity.Accounts.NewAccount;
import org.thun.identity.Actor;
import org.thun.identity.FirstAdministrator;
import org.thun.identity.Post;
import org.thun.identity.Role;
import org.thun.identity.ScopeKind;
import org.thun.identity.SignInHints;
import org.thun.shared.BusinessClock;
import org.thun.shared.LocalizedText;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;

@Component
class FirstAdministratorDesk implements FirstAdministrator {

    static final String PASSWORD = "THUN_ADMIN_PASSWORD";
    static final String USERNAME = "THUN_ADMIN_USERNAME";

    private static final LocalizedText NAME = new LocalizedText("ผู้ดูแลระบบ", "Administrator");
    private static final int TOKEN_BYTES = 32;

    private final AccountMapper accounts;
    private final AccountDesk desk;
    private final BusinessClock clock;
    private final Environment environment;
    private final ObjectProvider<SignInHints> demonstration;
    private final TransactionTemplate transaction;

    /** Hash of the token in the link, or {@code null} when nobody is awaited. */
    private volatile byte[] tokenHash;

    FirstAdministratorDesk(
            AccountMapper accounts,
            AccountDesk desk,
            BusinessClock clock,
            Environment environment,
            ObjectProvider<SignInHints> demonstration,
            PlatformTransactionManager transactions) {
        this.accounts = accounts;
        this.desk = desk;
        this.clock = clock;
        this.environment = environment;
        this.demonstration = demonstration;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Runs last at start-up, when whoever brings accounts of its own has done so. */
    @EventListener(ApplicationReadyEvent.class)
    void letTheFirstIn() {
        if (accounts.count() > 0 || demonstration.stream().findAny().isPresent()) {
            return;
        }
        String password = environment.getProperty(PASSWORD, "");
        if (password.isEmpty()) {
            printLink();
        } else {
            createFromEnvironment(Usernames.normal(environment.getProperty(USERNAME, "admin")), password);
        }
    }

    @Override
    public boolean isAwaited() {
        return tokenHash != null;
    }

    @Override
    public boolean accepts(String token) {
        byte[] expected = tokenHash;
        return expected != null && token != null && MessageDigest.isEqual(expected, hash(token));
    }

    @Override
    public synchronized Outcome<Void> create(String token, Choice choice) {
        if (!accepts(token)) {
            return Outcome.refused(Problem.of("identity.problem.setup.used"));
        }
        String username = Usernames.normal(choice.username());
        List<Problem> problems = new ArrayList<>();
        Usernames.check(username).ifPresent(problems::add);
        problems.addAll(ProfileRules.check(choice.nameTh(), choice.nameEn(), null));
        problems.addAll(PasswordPolicy.check(username, choice.password(), choice.repeated(), "password"));
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        boolean created = create(username, ProfileRules.name(choice.nameTh(), choice.nameEn()), choice.password());
        tokenHash = null;
        return created ? Outcome.done() : Outcome.refused(Problem.of("identity.problem.setup.used"));
    }

    private void createFromEnvironment(String username, String password) {
        List<Problem> problems = new ArrayList<>();
        Usernames.check(username).ifPresent(problems::add);
        problems.addAll(PasswordPolicy.check(username, password, password, PASSWORD));
        if (!problems.isEmpty()) {
            throw new IllegalStateException(("%s or %s will not do for the first administrator: a user name has 2 to 60 "
                    + "letters a-z, digits, dots, hyphens or underscores and begins with a letter; a password has at "
                    + "least %d characters, at most 72 bytes, and does not contain the user name")
                    .formatted(USERNAME, PASSWORD, PasswordPolicy.SHORTEST));
        }
        create(username, NAME, password);
    }

    /** @return whether there was still no account */
    private boolean create(String username, LocalizedText name, String password) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            if (accounts.count() > 0) {
                return false;
            }
            String id = desk.create(new NewAccount(username, password, name, null, false));
            desk.appoint(id, new Post(Role.SA, ScopeKind.ALL, "*", clock.today(), null), Actor.SYSTEM);
            return true;
        }));
    }

    private void printLink() {
        byte[] random = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(random);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        tokenHash = hash(token);
        String port = environment.getProperty("local.server.port", environment.getProperty("server.port", "8080"));
        // To the console and not to the log: logs are kept and shipped, and this is a key to the house.
        System.out.printf("%nThere is no account yet. Create the first administrator, once, at%n%n"
                + "    http://localhost:%s/setup?token=%s%n%n", port, token);
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
