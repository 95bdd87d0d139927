package org.thun.notifications.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.thun.identity.Actor;
import org.thun.identity.OwnAccount;
import org.thun.notifications.NoticeKind;
import org.thun.notifications.Notices;
import org.thun.notifications.Notices.MailWish;
import org.thun.notifications.Notices.NoticePage;
import org.thun.notifications.Notices.Setting;
import org.thun.web.Flash;
import org.thun.web.NotFound;
import org.thun.web.Paging;

/** A person's notices, how the person wants to be told, and the calendar of due days. */
@Controller
class NoticePages {

    private static final int ROWS = 25;

    private final Notices notices;
    private final OwnAccount own;

    NoticePages(Notices notices, OwnAccount own) {
        this.notices = notices;
        this.own = own;
    }

    @GetMapping("/notices")
    String list(@RequestParam(required = false) Integer page, Actor actor, Model model) {
        int number = Paging.pageOf(page);
        NoticePage rows = notices.page(actor, number, ROWS);
        model.addAttribute("notices", rows.notices());
        model.addAttribute("paging", new Paging(number, ROWS, rows.total()));
        model.addAttribute("unread", notices.unread(actor));
        return "notifications/list";
    }

    /** Marks a notice as read and goes where it leads. */
    @PostMapping("/notices/{noticeId}/read")
    String read(@PathVariable String noticeId, Actor actor) {
        return "redirect:" + notices.read(noticeId, actor).orElseThrow(() -> new NotFound("notice " + noticeId));
    }

    @PostMapping("/notices/read")
    String readAll(Actor actor, RedirectAttributes redirect) {
        notices.readAll(actor);
        Flash.good(redirect, "notifications.allRead");
        return "redirect:/notices";
    }

    @GetMapping("/notices/settings")
    String settings(Actor actor, Model model) {
        model.addAttribute("settings", notices.settings(actor));
        model.addAttribute("wishes", MailWish.values());
        model.addAttribute("mails", notices.mails());
        model.addAttribute("email", own.of(actor).email());
        model.addAttribute("calendarSince", notices.calendarSince(actor).orElse(null));
        return "notifications/settings";
    }

    /** Boxes that are not ticked are not sent: every kind counts, named or not. */
    @PostMapping("/notices/settings")
    String change(@RequestParam Map<String, String> form, Actor actor, RedirectAttributes redirect) {
        List<Setting> settings = Arrays.stream(NoticeKind.values())
                .map(kind -> new Setting(kind, form.containsKey("inApp." + kind), wish(form.get("mail." + kind))))
                .toList();
        notices.change(settings, actor);
        Flash.good(redirect, "notifications.saved");
        return "redirect:/notices/settings";
    }

    /** The address is shown this once: it is kept as a fingerprint only. */
    @PostMapping("/notices/calendar")
    String renewCalendar(Actor actor, RedirectAttributes redirect) {
        redirect.addFlashAttribute("calendarAddress", ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/calendar/{token}.ics")
                .buildAndExpand(notices.renewCalendar(actor))
                .toUriString());
        return "redirect:/notices/settings";
    }

    @PostMapping("/notices/calendar/end")
    String endCalendar(Actor actor, RedirectAttributes redirect) {
        notices.endCalendar(actor);
        Flash.good(redirect, "notifications.calendar.ended");
        return "redirect:/notices/settings";
    }

    /** For calendar programs, which cannot sign in: whoever has the address reads it, and nothing else. */
    @GetMapping("/calendar/{token}.ics")
    ResponseEntity<byte[]> calendar(@PathVariable String token) {
        byte[] content = notices.calendar(token).orElseThrow(() -> new NotFound("calendar"));
        return ResponseEntity.ok()
                .header("Content-Type", "text/calendar;charset=UTF-8")
                .header("Referrer-Policy", "no-referrer")
                .cacheControl(CacheControl.noStore())
                .body(content);
    }

    private static MailWish wish(String value) {
        return Arrays.stream(MailWish.values())
                .filter(wish -> wish.name().equals(value))
                .findFirst()
                .orElse(MailWish.NONE);
    }
}
