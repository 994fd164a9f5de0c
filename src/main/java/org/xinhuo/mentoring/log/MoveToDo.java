package org.xinhuo.mentoring.log;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.mentoring.Mentorship;
import org.xinhuo.mentoring.Mentorships;
import org.xinhuo.mentoring.PairParted;
import org.xinhuo.mentoring.SubstitutionEnded;
import org.xinhuo.mentoring.rights.MentoringAction;
import org.xinhuo.mentoring.rights.MentoringRights;
import org.xinhuo.notification.Notices;
import org.xinhuo.people.Employees;

/** What becomes of a to-do; each step stands in the log, and whoever wrote it is told. */
@Component
@Transactional
public class MoveToDo {

    /** Of the words of a to-do in a sentence about it. */
    private static final int EXCERPT = 60;

    private final ToDos toDos;
    private final ToDoTexts texts;
    private final CoachingLog log;
    private final ToDoTasks tasks;
    private final Notices notices;
    private final Employees employees;
    private final Mentorships mentorships;
    private final MentoringRights rights;
    private final LogConsent consent;
    private final CompanyTime time;

    MoveToDo(
            ToDos toDos,
            ToDoTexts texts,
            CoachingLog log,
            ToDoTasks tasks,
            Notices notices,
            Employees employees,
            Mentorships mentorships,
            MentoringRights rights,
            LogConsent consent,
            CompanyTime time) {
        this.mentorships = mentorships;
        this.rights = rights;
        this.consent = consent;
        this.toDos = toDos;
        this.texts = texts;
        this.log = log;
        this.tasks = tasks;
        this.notices = notices;
        this.employees = employees;
        this.time = time;
    }

    /** Begins its process, once. @return the to-do */
    public ToDo start(String toDoId) {
        ToDo toDo = toDos.get(toDoId);
        toDo.start();
        return toDos.saveAndFlush(toDo);
    }

    /** The owner takes a proposal on, or turns it down. */
    public void answer(String toDoId, String personId, boolean accepted, @Nullable String remark) {
        ToDo toDo = toDos.get(toDoId);
        if (accepted) {
            toDo.accept(personId, remark, time.now());
        } else {
            toDo.decline(personId, remark, time.now());
        }
        changed(toDo, personId, accepted ? "accepted" : "declined", remark);
        tellAuthor(toDo, accepted ? "accepted" : "declined");
    }

    /** The owner has done it. */
    public void finish(String toDoId, String personId, @Nullable String remark) {
        ToDo toDo = toDos.get(toDoId);
        expectMayClose(toDo, personId);
        toDo.finish(personId, remark, time.now());
        changed(toDo, personId, "done", remark);
        tellAuthor(toDo, "done");
    }

    /**
     * A proposal is taken back by its author, a to-do by its owner; the task goes away.
     *
     * @throws Refusal for everybody else, where it is closed, and where this mentorship has none such
     */
    public void withdraw(String mentorshipId, String toDoId, String personId) {
        ToDo toDo = toDos.findById(LogWords.storable(toDoId))
                .filter(known -> known.mentorshipId().equals(mentorshipId))
                .orElseThrow(() -> Refusal.notFound("mentoring.log.toDo.unknown", toDoId));
        expectMayClose(toDo, personId);
        toDo.withdraw(personId, standingAuthor(toDo), time.now());
        changed(toDo, personId, "withdrawn", null);
        tasks.cancel(toDoId);
    }

    /** What the mentee has taken on is closed by nobody else. */
    private void expectMayClose(ToDo toDo, String personId) {
        Mentorship mentorship = mentorships.get(toDo.mentorshipId());
        if (toDo.state() == ToDo.State.OPEN && toDo.ownerId().equals(mentorship.menteeId())) {
            rights.check(personId, mentorship, MentoringAction.FINISH_MENTEES_TODO);
        }
    }

    /** Nobody answered a proposal until it was due. */
    public void lapse(String toDoId) {
        ToDo toDo = toDos.get(toDoId);
        toDo.endAs(ToDo.State.LAPSED, time.now());
        changed(toDo, null, "lapsed", null);
        tellAuthor(toDo, "lapsed");
    }

    /** Its process was cancelled; whoever cancelled it may have said why already. */
    public void settle(String toDoId) {
        ToDo toDo = toDos.get(toDoId);
        if (toDo.isOpen()) {
            toDo.endAs(ToDo.State.WITHDRAWN, time.now());
            changed(toDo, null, "withdrawn", null);
        }
    }

    /**
     * The pair parts. All open to-dos end with the mentorship; where only the mentor goes, those that he or who stands in
     * for him owns or still proposes, and those that the mentee proposes to one of them.
     */
    @EventListener
    public void endWith(PairParted parted) {
        String menteeId = mentorships.get(parted.mentorshipId()).menteeId();
        for (ToDo toDo : toDos.findByMentorshipIdAndClosedAtIsNullOrderByDueOnAscIdAsc(parted.mentorshipId())) {
            boolean ofTheMentor = !toDo.ownerId().equals(menteeId)
                    || toDo.state() == ToDo.State.PROPOSED && !toDo.authorId().equals(menteeId);
            if (parted.ended() || ofTheMentor) {
                toDo.endAs(ToDo.State.ENDED, time.now());
                changed(toDo, null, "ended", null);
                tasks.cancel(toDo.id());
            }
        }
    }

    /** Nobody stands in any more: what he has not done goes back to the mentor, who is told. */
    @EventListener
    public void handBack(SubstitutionEnded ended) {
        for (ToDo toDo : toDos.findByMentorshipIdAndClosedAtIsNullOrderByDueOnAscIdAsc(ended.mentorshipId())) {
            if (toDo.ownerId().equals(ended.substituteId())) {
                toDo.handTo(ended.mentorId());
                changed(toDo, null, "handedBack", null);
                tasks.handTo(toDo.id(), ended.mentorId());
                tell(toDo, ended.mentorId(), "handedBack");
                tellAuthor(toDo, "handedBack");
            }
        }
    }

    /** Soon due: the owner is reminded to answer or to do it. */
    public void remind(String toDoId) {
        ToDo toDo = toDos.get(toDoId);
        String step = toDo.state() == ToDo.State.PROPOSED ? "answerSoon" : "dueSoon";
        tell(toDo, toDo.ownerId(), step);
    }

    /** Late: the owner and who wrote it are told. */
    public void tellLate(String toDoId) {
        ToDo toDo = toDos.get(toDoId);
        tell(toDo, toDo.ownerId(), "late");
        tellAuthor(toDo, "late");
    }

    private void changed(ToDo toDo, @Nullable String personId, String step, @Nullable String remark) {
        toDos.saveAndFlush(toDo);
        log.record(NewEntry.of(toDo.mentorshipId(), LogKind.TO_DO, personId, Objects.requireNonNullElse(remark, ""))
                .source(toDo.id() + "/" + step)
                .headline("mentoring.log.toDo." + step, isKeptBack(toDo) ? "…" : excerpt(toDo)));
    }

    private void tellAuthor(ToDo toDo, String step) {
        String author = standingAuthor(toDo);
        if (author != null && !author.equals(toDo.ownerId())) {
            tell(toDo, author, step);
        }
    }

    /**
     * Who speaks for the author: the author while one of the pair or standing in; after that the mentor, if he may read
     * what was written then. Whoever has gone hears no more of the log.
     */
    private @Nullable String standingAuthor(ToDo toDo) {
        Mentorship mentorship = mentorships.get(toDo.mentorshipId());
        if (rights.may(toDo.authorId(), mentorship, MentoringAction.WRITE_LOG)) {
            return toDo.authorId();
        }
        return isKeptBack(toDo) ? null : mentorship.mentorId();
    }

    /** Written with an earlier mentor, and the mentor of now may not read it: his part of the log does not quote it. */
    private boolean isKeptBack(ToDo toDo) {
        return toDo.createdAt().isBefore(consent.visibleFrom(toDo.mentorshipId()));
    }

    private void tell(ToDo toDo, String personId, String step) {
        LocalDate dueOn = toDo.dueOn();
        notices.tell(
                personId,
                "to-do/" + toDo.id() + "/" + step,
                "mentoring.notice.toDo." + step,
                WriteMessage.linkTo(toDo.mentorshipId(), toDo.entryId()),
                excerpt(toDo),
                dueOn.toString(),
                employees.get(toDo.ownerId()).name());
    }

    private String excerpt(ToDo toDo) {
        return texts.excerpt(toDo, EXCERPT);
    }
}
