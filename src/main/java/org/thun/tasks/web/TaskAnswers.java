package org.thun.tasks.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.thun.tasks.TaskDesk.Completion;
import org.thun.web.Formats;
import org.thun.web.NotFound;

/** How a task that was not completed is answered, to pages and programs alike (RFC 9457 problem details). */
final class TaskAnswers {

    private TaskAnswers() {}

    static ResponseEntity<ProblemDetail> notDone(String taskId, Completion completion, Formats formats) {
        if (completion instanceof Completion.Refused refused) {
            return answer(HttpStatus.UNPROCESSABLE_ENTITY, formats.message("tasks.refused"),
                    Map.of("problems", formats.problems(refused.problems())));
        }
        if (completion instanceof Completion.AlreadyDone done) {
            Map<String, Object> who = new LinkedHashMap<>();
            who.put("by", done.by() == null ? null : formats.text(done.by()));
            who.put("at", formats.dateTime(done.at()));
            return answer(HttpStatus.CONFLICT, done.by() == null
                    ? formats.message("tasks.withdrawn", done.at())
                    : formats.message("tasks.alreadyDone", done.by(), done.at()), who);
        }
        throw new NotFound("task " + taskId);
    }

    private static ResponseEntity<ProblemDetail> answer(HttpStatus status, String detail, Map<String, Object> more) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        more.forEach(problem::setProperty);
        return ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
    }
}
