package org.thun.notifications;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.MimeMessage;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.angus.mail.util.MailConnectException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/**
 * The one way to the mail relay. It says of every message whether the relay has it, surely has not, or nobody knows, so that
 * whoever sends can offer again what surely was not taken and nothing else. Call it outside transactions.
 */
@Component
public final class MailRelay {

    private final ObjectProvider<JavaMailSender> relay;
    private final String from;

    public MailRelay(
            ObjectProvider<JavaMailSender> relay, @Value("${thun.mail.from:${spring.mail.username:}}") String from) {
        this.relay = relay;
        this.from = from;
        if (relay.getIfAvailable() != null && from.isBlank()) {
            throw new IllegalStateException("spring.mail.host is set, but not who writes: set thun.mail.from");
        }
    }

    /** Whether there is a relay to send with. */
    public boolean sends() {
        return relay.getIfAvailable() != null;
    }

    /** Hands a message over. */
    public Handover send(Letter letter) {
        JavaMailSender sender = relay.getObject();
        try {
            MimeMessage message = sender.createMimeMessage();
            MimeMessageHelper helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
            helper.setFrom(from);
            letter.write(helper);
            message.setHeader("Auto-Submitted", "auto-generated");
            sender.send(message);
            return new Handover(State.TAKEN, null);
        } catch (MailException e) {
            return new Handover(surelyNotTaken(e) ? State.NOT_TAKEN : State.UNSURE, e);
        } catch (MessagingException e) {
            return new Handover(State.NOT_TAKEN, e);
        }
    }

    /** Whether the relay was never reached, refused the sender or answered that it does not take the message. */
    private static boolean surelyNotTaken(MailException e) {
        if (e instanceof MailAuthenticationException || !(e instanceof MailSendException failed)) {
            return true;
        }
        return List.of(failed.getMessageExceptions()).stream().allMatch(MailRelay::answered)
                && (failed.getMessageExceptions().length > 0 || answered(failed.getCause()));
    }

    private static boolean answered(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SendFailedException || cause instanceof MailConnectException
                    || cause instanceof ConnectException || cause instanceof UnknownHostException) {
                return true;
            }
        }
        return false;
    }

    /** Writes a message: to whom, about what, and what. */
    public interface Letter {
        void write(MimeMessageHelper message) throws MessagingException;
    }

    /** What is known after handing a message over. */
    public enum State {
        TAKEN,
        NOT_TAKEN,
        UNSURE
    }

    /** What is known, and what went wrong or {@code null}. */
    public record Handover(State state, Exception cause) {}
}
