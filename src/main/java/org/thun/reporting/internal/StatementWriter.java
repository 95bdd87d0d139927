package org.thun.reporting.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thun.closeout.CloseOutDossier;
import org.thun.closeout.ClosingAccount;
import org.thun.grants.BudgetLine;
import org.thun.grants.Grant;
import org.thun.grants.Grants;
import org.thun.programmes.Activity;
import org.thun.programmes.CodeItem;
import org.thun.programmes.FormKind;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.programmes.Programmes;
import org.thun.progress.ExpenseLine;
import org.thun.progress.MoneyPage;
import org.thun.progress.PeriodDossier;
import org.thun.progress.PeriodDossier.Adjustment;
import org.thun.progress.PeriodDossier.Figure;
import org.thun.progress.PeriodDossier.Refusal;
import org.thun.progress.PeriodDossier.Verdict;
import org.thun.progress.PeriodDossier.Version;
import org.thun.progress.PeriodReport;
import org.thun.reporting.internal.Statement.Kind;
import org.thun.reporting.internal.Statement.Row;
import org.thun.shared.BusinessClock;
import org.thun.shared.DateRange;
import org.thun.shared.LocalizedText;
import org.thun.shared.Money;
import org.thun.shared.ThaiDates;

/** Writes the rows of the period report and of the closing statement from what the doors say. */
@Component
class StatementWriter {

    private final Grants grants;
    private final Programmes programmes;
    private final BusinessClock clock;

    StatementWriter(Grants grants, Programmes programmes, BusinessClock clock) {
        this.grants = grants;
        this.programmes = programmes;
        this.clock = clock;
    }

    /** The report of a period as its newest version states it. */
    Statement period(Grant grant, PeriodDossier file, ReportTexts texts) {
        return new Pages(grant, texts).period(file);
    }

    /** The closing statement; {@code last} is the last accepted report, or {@code null}. */
    Statement closing(
            Grant grant, CloseOutDossier file, ClosingAccount account, PeriodDossier last, boolean closed, ReportTexts texts) {
        return new Pages(grant, texts).closing(file, account, last, closed);
    }

    /** One document in the making. */
    private final class Pages {

        private final Grant grant;
        private final ProgrammeDefinition definition;
        private final ReportTexts texts;
        private final List<Row> rows = new ArrayList<>();

        Pages(Grant grant, ReportTexts texts) {
            this.grant = grant;
            this.definition = programmes.version(grant.programmeKey(), grant.programmeVersion());
            this.texts = texts;
        }

        Statement period(PeriodDossier file) {
            PeriodReport report = file.report();
            Version version = file.newest().orElseThrow();
            fact("programme", definition.title());
            fact("grantee", grant.granteeName());
            fact("days", range(report.days()));
            fact("dueOn", day(report.dueOn()));
            fact("sentOn", sent(report));
            fact("acceptedAt", moment(report.acceptedAt()));
            fact("standing", texts.text("standing." + version.standing()));
            fact("opinion", report.mentorOpinion() == null ? null : texts.text("opinion." + report.mentorOpinion()));
            work(version);
            indicators(file.figures(), "indicators");
            money(version.money());
            expenses(version, file.acceptance().refusals());
            adjustments(version.adjustments());
            refusals(file.acceptance().refusals());
            conditions(file);
            files(file);
            heading("decisions");
            if (version.sentAt() != null) {
                fact("step.SENT", by(version.senderName(), version.sentAt()));
            }
            file.decisions().stream()
                    .filter(decision -> decision.versionNo() == version.no() && decision.decision() != Verdict.RETURN)
                    .filter(decision -> decision.step() != PeriodDossier.Step.SUBMISSION && !decision.voided())
                    .forEach(decision -> fact("step." + decision.step(), by(decision.accountName(), decision.at())));
            sign();
            String heading = texts.text("period.title", Integer.toString(report.no()),
                    code(FormKind.PROGRESS_REPORT), code(FormKind.FINANCE_REPORT));
            return done(heading, report.accepted(), report.days().to(), version.no(),
                    texts.text("file.period", Integer.toString(report.no()), grant.number()));
        }

        Statement closing(CloseOutDossier file, ClosingAccount account, PeriodDossier last, boolean closed) {
            fact("programme", definition.title());
            fact("grantee", grant.granteeName());
            fact("term", range(grant.term()));
            fact("amount", grant.amount().formatted());
            receipts(account);
            byActivity(account);
            net(account);
            refunds(file);
            if (last != null) {
                indicators(last.figures(), "results");
            }
            file.newest().ifPresent(version -> {
                heading("assets");
                if (version.assets().isEmpty()) {
                    fact("assets", texts.text("none"));
                } else {
                    add(Kind.HEAD_LIST, texts.text("assets"), texts.text("keeper"), texts.text("cost"), "");
                    version.assets().forEach(asset -> add(Kind.ROW_LIST,
                            texts.text("asset", asset.name(), asset.quantity()), asset.keeper(), asset.amount(), ""));
                }
                fact("audit", version.auditor());
                text("finalReport", version.finalReport());
                text("lessons", version.lessons());
            });
            heading("decisions");
            file.newest().filter(version -> version.sentAt() != null)
                    .ifPresent(version -> fact("step.SENT", by(version.senderName(), version.sentAt())));
            file.decisions().stream()
                    .filter(decision -> decision.decision() == CloseOutDossier.Verdict.APPROVE && !decision.voided())
                    .filter(decision -> decision.step() != CloseOutDossier.Step.SUBMISSION)
                    .forEach(decision -> fact("step." + decision.step(), by(decision.accountName(), decision.at())));
            sign();
            return done(texts.text("closing.title", code(FormKind.CLOSING_FINANCE_REPORT)), closed, clock.today(),
                    file.versions().size(), texts.text("file.closing", grant.number()));
        }

        private Statement done(String heading, boolean accepted, LocalDate asOf, int version, String fileName) {
            String mark = !accepted ? texts.text("draft") : grant.synthetic() ? texts.text("synthetic") : null;
            return new Statement(heading, grant.number() + " " + in(grant.title()), mark,
                    texts.text("footer", day(asOf), Integer.toString(version), moment(clock.dateTime())),
                    fileName.replace('/', '-').replace(' ', '-'), rows);
        }

        private void work(Version version) {
            heading("work");
            text("summary", version.summary());
            if (!version.activities().isEmpty()) {
                add(Kind.HEAD_WORK, texts.text("activities"), texts.text("percent"), texts.text("result"),
                        texts.text("problem"));
                version.activities().forEach(line -> add(Kind.ROW_WORK, activity(line.activityCode()),
                        BigDecimal.valueOf(line.percent()), line.result(), line.problem()));
            }
            text("nextPlan", version.nextPlan());
            fact("nextForecast", version.nextForecast().formatted());
        }

        private void indicators(List<Figure> figures, String title) {
            if (figures.isEmpty()) {
                return;
            }
            heading(title);
            add(Kind.HEAD_FIVE, texts.text("indicator"), texts.text("baseline"), texts.text("target"), texts.text("actual"),
                    texts.text("percentOfTarget"));
            figures.forEach(figure -> add(Kind.ROW_FIVE, figure.indicatorId() + " " + in(figure.title()), figure.baseline(),
                    figure.target(), figure.actual(), figure.percentOfTarget()));
        }

        private void money(MoneyPage money) {
            heading("money");
            add(Kind.HEAD_TWO, texts.text("item"), texts.text("baht"));
            amount(Kind.ROW_TWO, "carriedForward", money.carriedForward());
            amount(Kind.ROW_TWO, "received", money.received());
            amount(Kind.ROW_TWO, "interest", money.interest());
            amount(Kind.ROW_TWO, "otherIncome", money.otherIncome());
            amount(Kind.TOTAL_TWO, "income", money.income());
            amount(Kind.ROW_TWO, "expense", money.expense());
            if (!money.refunded().isZero()) {
                amount(Kind.ROW_TWO, "refunded", money.refunded());
            }
            amount(Kind.TOTAL_TWO, "balance", money.balance());
            amount(Kind.ROW_TWO, "cash", money.cash());
            amount(Kind.ROW_TWO, "bank", money.bank());
            if (!money.disallowed().isZero()) {
                amount(Kind.ROW_TWO, "disallowed", money.disallowed());
            }
            amount(Kind.TOTAL_TWO, "difference", money.difference());
        }

        private void expenses(Version version, List<Refusal> refusals) {
            if (version.expenses().isEmpty()) {
                return;
            }
            Map<String, Money> agreed = new LinkedHashMap<>();
            for (BudgetLine line : grants.budget(grant.id())) {
                agreed.merge(line.activityCode() + " " + line.costHead(), line.amount(), Money::plus);
            }
            heading("expenses");
            add(Kind.HEAD_FIVE, texts.text("activity"), texts.text("agreed"), texts.text("stated"), texts.text("refused"),
                    texts.text("counted"));
            Money stated = Money.ZERO;
            Money refused = Money.ZERO;
            for (ExpenseLine line : version.expenses()) {
                Money not = Money.sum(refusals.stream()
                        .filter(refusal -> refusal.activityCode().equals(line.activityCode())
                                && refusal.costHead().equals(line.costHead()))
                        .map(Refusal::amount)
                        .toList());
                stated = stated.plus(line.amount());
                refused = refused.plus(not);
                add(Kind.ROW_FIVE, cell(line.activityCode(), line.costHead()),
                        agreed.get(line.activityCode() + " " + line.costHead()), line.amount(), not,
                        line.amount().minus(not));
            }
            add(Kind.TOTAL_FIVE, texts.text("total"), "", stated, refused, stated.minus(refused));
        }

        private void adjustments(List<Adjustment> lines) {
            if (lines.isEmpty()) {
                return;
            }
            heading("adjustments");
            add(Kind.HEAD_LIST, texts.text("activity"), "", texts.text("baht"), texts.text("reason"));
            lines.forEach(line -> add(Kind.ROW_LIST, cell(line.activityCode(), line.costHead()),
                    texts.text("ofPeriod", Integer.toString(line.ofPeriod())), line.amount(), line.reason()));
        }

        private void refusals(List<Refusal> lines) {
            if (lines.isEmpty()) {
                return;
            }
            heading("refusals");
            add(Kind.HEAD_LIST, texts.text("activity"), "", texts.text("baht"), texts.text("reason"));
            lines.forEach(line -> add(Kind.ROW_LIST, cell(line.activityCode(), line.costHead()),
                    texts.text("treatment." + line.treatment()), line.amount(), line.reason()));
        }

        private void conditions(PeriodDossier file) {
            if (file.acceptance().conditions().isEmpty()) {
                return;
            }
            heading("conditions");
            file.acceptance().conditions().forEach(condition -> add(Kind.FACT, Integer.toString(condition.no()),
                    texts.text("condition.due", condition.text(), day(condition.dueOn()))));
        }

        private void files(PeriodDossier file) {
            if (file.acceptance().files().isEmpty()) {
                return;
            }
            heading("files");
            file.acceptance().files().forEach(each ->
                    add(Kind.FACT, each.title(), each.fileName() + " · SHA-256 " + each.sha256().substring(0, 12)));
        }

        private void receipts(ClosingAccount account) {
            heading("receipts");
            add(Kind.HEAD_FIVE, texts.text("trancheHead"), texts.text("agreed"), texts.text("paid"), "", "");
            account.receipts().forEach(receipt -> add(Kind.ROW_FIVE,
                    texts.text("tranche", Integer.toString(receipt.trancheNo())), receipt.agreed(), receipt.paid(), "", ""));
            add(Kind.ROW_FIVE, texts.text("interest"), "", account.interest(), "", "");
            add(Kind.ROW_FIVE, texts.text("otherIncome"), "", account.otherIncome(), "", "");
            if (!account.adjusted().isZero()) {
                add(Kind.ROW_FIVE, texts.text("adjusted"), "", account.adjusted(), "", "");
            }
            add(Kind.TOTAL_FIVE, texts.text("totalReceipts"),
                    Money.sum(account.receipts().stream().map(ClosingAccount.Receipt::agreed).toList()), income(account), "",
                    "");
        }

        private void byActivity(ClosingAccount account) {
            heading("byActivity");
            add(Kind.HEAD_FIVE, texts.text("activity"), texts.text("budget"), texts.text("spent"), texts.text("left"),
                    texts.text("share"));
            account.activities().forEach(line -> add(Kind.ROW_FIVE, activity(line.activityCode()), line.budget(),
                    line.actual(), line.budget().minus(line.actual()), share(line.actual(), line.budget())));
            add(Kind.TOTAL_FIVE, texts.text("total"), account.budget(), account.actual(),
                    account.budget().minus(account.actual()), share(account.actual(), account.budget()));
        }

        private void net(ClosingAccount account) {
            heading("net");
            add(Kind.HEAD_TWO, texts.text("item"), texts.text("baht"));
            amount(Kind.ROW_TWO, "totalReceipts", income(account));
            amount(Kind.ROW_TWO, "net.expense", account.spent());
            amount(Kind.ROW_TWO, "net.refunded", account.refunded());
            amount(Kind.TOTAL_TWO, "net.left", account.net());
        }

        private void refunds(CloseOutDossier file) {
            List<CloseOutDossier.Refund> found = file.refunds().stream()
                    .filter(refund -> refund.state() == CloseOutDossier.RefundState.CONFIRMED)
                    .toList();
            if (found.isEmpty()) {
                return;
            }
            heading("refunds");
            add(Kind.HEAD_TWO, texts.text("refunds"), texts.text("baht"));
            found.forEach(refund -> add(Kind.ROW_TWO,
                    texts.text("refund", Integer.toString(refund.no()), day(refund.paidOn()) + " " + refund.reference()),
                    refund.amount()));
        }

        private static Money income(ClosingAccount account) {
            return account.received().plus(account.interest()).plus(account.otherIncome()).plus(account.adjusted());
        }

        /** Percent with one decimal, cut; not known where nothing was budgeted. */
        private static BigDecimal share(Money part, Money whole) {
            return whole.isZero()
                    ? null
                    : part.toBaht().multiply(BigDecimal.valueOf(100)).divide(whole.toBaht(), 1, RoundingMode.DOWN);
        }

        private void sign() {
            add(Kind.SIGN, texts.text("sign"), texts.text("sign.lead"), texts.text("sign"), texts.text("sign.finance"));
        }

        private void heading(String key) {
            add(Kind.HEADING, texts.text(key));
        }

        private void text(String key, String value) {
            if (value != null) {
                add(Kind.TEXT, texts.text(key), value);
            }
        }

        private void fact(String key, LocalizedText value) {
            fact(key, in(value));
        }

        private void fact(String key, String value) {
            add(Kind.FACT, texts.text(key), value);
        }

        private void amount(Kind kind, String key, Money amount) {
            add(kind, texts.text(key), amount);
        }

        private void add(Kind kind, Object... cells) {
            rows.add(Row.of(kind, cells));
        }

        private String sent(PeriodReport report) {
            if (report.firstSubmittedOn() == null) {
                return null;
            }
            long late = report.daysLate(report.firstSubmittedOn());
            return late > 0 ? texts.text("late", day(report.firstSubmittedOn()), late) : day(report.firstSubmittedOn());
        }

        private String cell(String activityCode, String costHead) {
            String head = definition.costHeads().stream()
                    .filter(item -> item.code().equals(costHead))
                    .map(CodeItem::text)
                    .map(this::in)
                    .findFirst()
                    .orElse(costHead);
            return activity(activityCode) + " · " + head;
        }

        private String activity(String code) {
            return code + definition.activity(code).map(Activity::title).map(title -> " " + in(title)).orElse("");
        }

        private String code(FormKind kind) {
            String code = definition.formCode(kind);
            return code == null ? texts.text("value.missing") : code;
        }

        private String in(LocalizedText text) {
            return text.in(texts.locale());
        }

        private String day(LocalDate day) {
            return day == null ? null : ThaiDates.formatShort(day, texts.locale());
        }

        private String moment(LocalDateTime at) {
            return at == null ? null : ThaiDates.formatDateTime(at, texts.locale());
        }

        private String range(DateRange days) {
            return texts.text("range", day(days.from()), day(days.to()));
        }

        private String by(String name, LocalDateTime at) {
            return texts.text("by", name, moment(at));
        }
    }
}
