package org.thun.identity.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.thun.identity.Account;
import org.thun.identity.AccountChanged;
import org.thun.identity.AccountChanged.Change;
import org.thun.identity.Actor;
import org.thun.identity.OwnAccount;
import org.thun.identity.internal.AccountMapper.PostRow;
import org.thun.shared.LocalizedText;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;

@Service
@Transactional
class OwnAccountDesk implements OwnAccount {

    private static final Set<String> LANGUAGES = Set.of("th", "en");

    private final AccountMapper accounts;
    private final OpenSessions sessions;
    private final SignInAttempts attempts;
    private final PasswordEncoder passwords;
    private final ApplicationEventPublisher events;

    OwnAccountDesk(
            AccountMapper accounts,
            OpenSessions sessions,
            SignInAttempts attempts,
            PasswordEncoder passwords,
            ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.attempts = attempts;
        this.passwords = passwords;
        this.events = events;
    }

    @Override
    @Transactional(readOnly = true)
    public Account of(Actor actor) {
        return row(actor).toAccount(
                accounts.allPosts(List.of(actor.accountId())).stream().map(PostRow::toHeld).toList());
    }

    @Override
    public Outcome<Void> change(Actor actor, Profile profile) {
        List<Problem> problems = ProfileRules.check(profile.nameTh(), profile.nameEn(), profile.email());
        String language = ProfileRules.blankToNull(profile.language());
        if (language != null && !LANGUAGES.contains(language)) {
            problems.add(Problem.at("language", "identity.problem.language"));
        }
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        AccountRow account = row(actor);
        LocalizedText name = ProfileRules.name(profile.nameTh(), profile.nameEn());
        accounts.updateProfile(new AccountRow(account.id(), account.username(), account.passwordHash(), name.th(),
                name.en(), ProfileRules.blankToNull(profile.email()), language, account.enabled(),
                account.mustChangePassword(), account.createdAt()));
        announce(actor, Change.PROFILE_CHANGED, profile);
        return Outcome.done();
    }

    @Override
    public Outcome<Void> changePassword(Actor actor, PasswordChange change, Optional<String> sessionId) {
        AccountRow account = row(actor);
        if (attempts.mustWait(account.username())) {
            return Outcome.refused(Problem.at("current", "identity.problem.password.wait"));
        }
        List<Problem> problems = new ArrayList<>();
        if (change.current() == null || !passwords.matches(change.current(), account.passwordHash())) {
            // A stolen session must not be good for guessing the password either.
            attempts.failed(account.username());
            problems.add(Problem.at("current", "identity.problem.password.wrong"));
        }
        problems.addAll(PasswordPolicy.check(account.username(), change.next(), change.repeated(), "next"));
        if (problems.isEmpty() && change.next().equals(change.current())) {
            problems.add(Problem.at("next", "identity.problem.password.same"));
        }
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        accounts.setPassword(account.id(), passwords.encode(change.next()), false);
        attempts.forget(account.username());
        sessions.end(account.username(), sessionId);
        announce(actor, Change.PASSWORD_CHANGED, null);
        return Outcome.done();
    }

    private AccountRow row(Actor actor) {
        return accounts.find(actor.accountId()).orElseThrow();
    }

    private void announce(Actor actor, Change change, Object data) {
        events.publishEvent(new AccountChanged(
                actor, actor.accountId(), change, actor.accountId(), null, null, null, data));
    }
}
