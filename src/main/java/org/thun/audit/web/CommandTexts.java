package org.thun.audit.web;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What the trail's codes are called. A code without a text stands for itself: old entries outlive the texts of their time. */
@Component("auditTexts")
class CommandTexts {

    private final MessageSource messages;

    CommandTexts(MessageSource messages) {
        this.messages = messages;
    }

    public String command(String command) {
        return messages.getMessage("audit.command." + command, null, command, LocaleContextHolder.getLocale());
    }

    public String state(String objectType, String state) {
        return state == null
                ? ""
                : messages.getMessage(
                        "audit.state." + objectType + "." + state, null, state, LocaleContextHolder.getLocale());
    }

    public String role(String roleCode) {
        return roleCode == null
                ? null
                : messages.getMessage("identity.role." + roleCode, null, roleCode, LocaleContextHolder.getLocale());
    }
}
