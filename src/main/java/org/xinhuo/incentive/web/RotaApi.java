package org.xinhuo.incentive.web;

import java.security.Principal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.xinhuo.base.Refusal;
import org.xinhuo.base.Texts;
import org.xinhuo.incentive.rota.ChangeRota;
import org.xinhuo.incentive.rota.PassOnShare;
import org.xinhuo.incentive.rota.PlanRota;
import org.xinhuo.incentive.rota.Rota;
import org.xinhuo.incentive.rota.ShareSwap;
import org.xinhuo.incentive.rota.ShareSwaps;
import org.xinhuo.incentive.rota.ShowRota;
import org.xinhuo.incentive.rota.SwapShares;
import org.xinhuo.incentive.sharing.AskForChange;
import org.xinhuo.people.Groups;

/** The rota over HTTP: who is on when, the rule of a group, swaps, moves and cancellations. */
@RestController
@RequestMapping("/api")
class RotaApi {

    private static final int MOST_SWAPS = 100;

    private final ShowRota show;
    private final ChangeRota change;
    private final PlanRota plan;
    private final SwapShares swap;
    private final ShareSwaps swaps;
    private final AskForChange ask;
    private final PassOnShare passOn;
    private final Groups groups;
    private final Texts texts;

    RotaApi(
            ShowRota show,
            ChangeRota change,
            PlanRota plan,
            SwapShares swap,
            ShareSwaps swaps,
            AskForChange ask,
            PassOnShare passOn,
            Groups groups,
            Texts texts) {
        this.show = show;
        this.change = change;
        this.plan = plan;
        this.swap = swap;
        this.swaps = swaps;
        this.ask = ask;
        this.passOn = passOn;
        this.groups = groups;
        this.texts = texts;
    }

    /**
     * The rota of a group: its rule, its planned shares, and who waits for a turn.
     *
     * @param warnings what HR should look at in what was just written, in the reader's language; empty otherwise
     */
    record View(
            String group,
            @Nullable Boolean active,
            @Nullable String rule,
            @Nullable String beginsOn,
            @Nullable String startsAt,
            @Nullable Integer minutes,
            @Nullable String zone,
            @Nullable String region,
            @Nullable String place,
            @Nullable String audience,
            @Nullable Integer horizonDays,
            @Nullable Integer lecturers,
            ShowRota.@Nullable Pace pace,
            List<ShowRota.Turn> turns,
            List<ShowRota.Waiting> queue,
            List<String> warnings) {}

    record OrderRequest(List<String> lecturerIds) {}

    record CancelRequest(@Nullable String reason) {}

    record MoveRequest(
            @Nullable Instant startsAt,
            @Nullable Integer minutes,
            @Nullable String place,
            @Nullable String title,
            @Nullable String audience,
            @Nullable String reason) {}

    record PassOnRequest(
            @Nullable String lecturerId, @Nullable String reason) {}

    record SwapRequest(
            String shareId,
            @Nullable String otherShareId,
            String askedOf,
            @Nullable String note) {}

    record SwapAsked(String id) {}

    record AnswerRequest(boolean agreed, @Nullable String remark) {}

    record AbsenceRequest(String firstDay, String lastDay) {}

    @GetMapping("/rotas")
    List<String> groups() {
        return show.groups();
    }

    @GetMapping("/rotas/{group}")
    View rota(@PathVariable String group) {
        return view(group, List.of());
    }

    private View view(String group, List<String> warnings) {
        if (!show.groups().contains(group)) {
            throw Refusal.notFound("rota.unknownGroup", group);
        }
        Rota rota = show.rota(group).orElse(null);
        return new View(
                group,
                rota == null ? null : rota.active(),
                rota == null ? null : rota.rule().toString(),
                rota == null ? null : rota.beginsOn().toString(),
                rota == null ? null : rota.startsAt().toString(),
                rota == null ? null : rota.minutes(),
                rota == null ? null : rota.zone().getId(),
                rota == null ? null : rota.region(),
                rota == null ? null : rota.place(),
                rota == null ? null : rota.audience(),
                rota == null ? null : rota.horizonDays(),
                rota == null ? null : rota.lecturers(),
                show.pace(group).orElse(null),
                show.turns(group),
                show.queue(group),
                warnings);
    }

    /** By HR and administrators: days left out, moved and called off, and why. */
    @GetMapping("/rotas/{group}/days")
    List<ShowRota.Day> days(@PathVariable String group, Principal by) {
        refuseOthers(by);
        return show.days(group);
    }

    /** By HR and administrators; says where no holidays are known for the region. */
    @PutMapping("/rotas/{group}")
    View write(@PathVariable String group, @RequestBody ChangeRota.Typed typed, Principal by) {
        Rota written = change.write(group, typed, by.getName());
        return view(group, warnings(written));
    }

    private List<String> warnings(Rota written) {
        try {
            return plan.knowsHolidays(written.group())
                    ? List.of()
                    : List.of(texts.text("rota.page.noHolidays", written.region()));
        } catch (Refusal brokenCalendar) {
            // The rule is kept all the same; planning says it again.
            return List.of(texts.sentence(brokenCalendar));
        }
    }

    /** By HR and administrators: the queue, every lecturer of the group once. */
    @PutMapping("/rotas/{group}/order")
    List<String> order(@PathVariable String group, @RequestBody OrderRequest order, Principal by) {
        if (order.lecturerIds() == null) {
            throw Refusal.invalid("lecturerIds", "form.required", "lecturerIds");
        }
        return change.order(group, order.lecturerIds(), by.getName());
    }

    /**
     * By HR and administrators: plans what the rule asks for and is not planned yet; a dry run only says what it would.
     * 202 where the planning goes on: then the answer has the first shares, and the others follow by themselves.
     */
    @PostMapping("/rotas/{group}/plan")
    ResponseEntity<List<PlanRota.Slot>> plan(
            @PathVariable String group, @RequestParam(defaultValue = "false") boolean dryRun, Principal by) {
        refuseOthers(by);
        if (dryRun) {
            return ResponseEntity.ok(plan.preview(group));
        }
        PlanRota.Planned planned = plan.plan(group);
        return ResponseEntity.status(planned.complete() ? HttpStatus.OK : HttpStatus.ACCEPTED)
                .body(planned.slots());
    }

    private void refuseOthers(Principal by) {
        if (groups.of(by.getName()).stream().noneMatch(role -> role.equals("hr") || role.equals("camunda-admin"))) {
            throw Refusal.forbidden("rota.hrAlone");
        }
    }

    /** By the lecturer and HR. */
    @PostMapping("/shares/{id}/cancellation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@PathVariable String id, @RequestBody CancelRequest request, Principal by) {
        ask.cancel(id, request.reason(), by.getName());
    }

    /** By the lecturer and HR: date, length, place, title, audience; what is left out stays. */
    @PostMapping("/shares/{id}/move")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void move(@PathVariable String id, @RequestBody MoveRequest request, Principal by) {
        ask.move(
                id,
                new AskForChange.Move(
                        request.startsAt(), request.minutes(), request.place(), request.title(), request.audience()),
                request.reason(),
                by.getName());
    }

    /** By HR: to another lecturer. */
    @PostMapping("/shares/{id}/lecturer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void passOn(@PathVariable String id, @RequestBody PassOnRequest request, Principal by) {
        passOn.passOn(id, request.lecturerId(), request.reason(), by.getName());
    }

    /** Own questions and those to answer; HR and auditors see all. */
    @GetMapping("/share-swaps")
    List<ShareSwap> swaps(Principal by) {
        boolean all = groups.of(by.getName()).stream().anyMatch(role -> role.equals("hr") || role.equals("auditor"));
        return swaps.newest(all ? null : by.getName(), MOST_SWAPS);
    }

    @PostMapping("/share-swaps")
    @ResponseStatus(HttpStatus.CREATED)
    SwapAsked askForSwap(@RequestBody SwapRequest request, Principal by) {
        if (request.shareId() == null || request.askedOf() == null) {
            String missing = request.shareId() == null ? "shareId" : "askedOf";
            throw Refusal.invalid(missing, "form.required", missing);
        }
        return new SwapAsked(
                swap.ask(request.shareId(), request.otherShareId(), request.askedOf(), request.note(), by.getName()));
    }

    @PostMapping("/share-swaps/{id}/answer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void answer(@PathVariable String id, @RequestBody AnswerRequest request, Principal by) {
        swap.reply(id, by.getName(), request.agreed(), request.remark());
    }

    @DeleteMapping("/share-swaps/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable String id, Principal by) {
        swap.withdraw(id, by.getName());
    }

    /** By the lecturer and HR: the rota passes by and comes back. */
    @PostMapping("/lecturers/{id}/absences")
    @ResponseStatus(HttpStatus.CREATED)
    void away(@PathVariable String id, @RequestBody AbsenceRequest request, Principal by) {
        if (request.firstDay() == null || request.lastDay() == null) {
            throw Refusal.invalid("firstDay", "form.required", "firstDay");
        }
        change.away(id, request.firstDay(), request.lastDay(), by.getName());
    }

    @DeleteMapping("/lecturers/{id}/absences/{absence}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void back(@PathVariable String id, @PathVariable long absence, Principal by) {
        change.back(id, absence, by.getName());
    }
}
