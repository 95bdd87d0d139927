package org.thun.workflow.web;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Names of processes in the reader's language; what has no text is called as in its model. */
@Component("processTexts")
class ProcessTexts {

    private final MessageSource messages;

    ProcessTexts(MessageSource messages) {
        this.messages = messages;
    }

    public String process(String processKey, String nameInModel) {
        return messages.getMessage("process." + processKey, null, nameInModel == null ? processKey : nameInModel,
                LocaleContextHolder.getLocale());
    }

    /** The text of a task, or the step's name in the model. */
    public String step(String elementId, String nameInModel) {
        return messages.getMessage("task." + elementId, null, nameInModel == null ? elementId : nameInModel,
                LocaleContextHolder.getLocale());
    }
}
