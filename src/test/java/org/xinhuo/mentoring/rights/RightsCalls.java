package org.xinhuo.mentoring.rights;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinhuo.base.Refusal;
import org.xinhuo.engine.TaskView;
import org.xinhuo.mentoring.Mentorship;
import org.xinhuo.mentoring.Mentorships;
import org.xinhuo.mentoring.OpenMentorship;
import org.xinhuo.mentoring.coaching.ConnectDepartment;
import org.xinhuo.mentoring.coaching.EvaluateAbility;
import org.xinhuo.mentoring.coaching.LevelRules;
import org.xinhuo.mentoring.coaching.RecommendResource;
import org.xinhuo.mentoring.coaching.RecordGuidance;
import org.xinhuo.mentoring.coaching.ShareExperience;
import org.xinhuo.mentoring.evaluation.ConcludeEvaluation;
import org.xinhuo.mentoring.evaluation.EvaluateGrowth;
import org.xinhuo.mentoring.evaluation.SelfEvaluate;
import org.xinhuo.mentoring.evaluation.ShowAdvice;
import org.xinhuo.mentoring.evaluation.WaiveAnswer;
import org.xinhuo.mentoring.log.LogConsent;
import org.xinhuo.mentoring.log.LogReaders;
import org.xinhuo.mentoring.log.MoveToDo;
import org.xinhuo.mentoring.log.WriteMessage;
import org.xinhuo.mentoring.matching.AskMentor;
import org.xinhuo.mentoring.matching.AssignMentor;
import org.xinhuo.mentoring.matching.ChooseMentor;
import org.xinhuo.mentoring.plan.AnswerPlan;
import org.xinhuo.mentoring.plan.MarkAction;
import org.xinhuo.mentoring.plan.MediatePlan;
import org.xinhuo.mentoring.plan.PlanDraft;
import org.xinhuo.mentoring.plan.ProposePlan;
import org.xinhuo.mentoring.plan.RequestPlanChange;
import org.xinhuo.mentoring.plan.StateNeeds;
import org.xinhuo.mentoring.process.AbsenceProcess;
import org.xinhuo.mentoring.process.EvaluationProcess;
import org.xinhuo.mentoring.process.MentoringProcess;
import org.xinhuo.mentoring.process.absence.SubstitutionProcess;
import org.xinhuo.mentoring.progress.AnswerSuggestion;
import org.xinhuo.mentoring.progress.ItemFields;
import org.xinhuo.mentoring.progress.ShowProgress;
import org.xinhuo.mentoring.progress.SuggestImprovement;
import org.xinhuo.mentoring.progress.WriteProgress;
import org.xinhuo.mentoring.web.ReadingServices;
import org.xinhuo.testing.Caller;
import org.xinhuo.testing.Caller.Answer;

/** For each action of the table of rights what does it: the use case, and the call of /api. */
final class RightsCalls {

    private final ApplicationContext context;
    private final RightsWorld world;

    RightsCalls(ApplicationContext context, RightsWorld world) {
        this.context = context;
        this.world = world;
    }

    /** The use cases themselves: mentorship, person. */
    Map<MentoringAction, BiConsumer<String, String>> ofUseCases() {
        Map<MentoringAction, BiConsumer<String, String>> cases = new LinkedHashMap<>();
        cases.put(
                MentoringAction.HAND_LOG_OVER,
                (id, who) -> bean(LogConsent.class).handOver(id, who, LogConsent.Extent.NOTHING));
        cases.put(
                MentoringAction.STATE_NEEDS, (id, who) -> bean(StateNeeds.class).state(id, who, "needs"));
        cases.put(
                MentoringAction.DRAFT_PLAN,
                (id, who) -> bean(ProposePlan.class)
                        .propose(
                                id,
                                who,
                                new PlanDraft(
                                        List.of(new PlanDraft.Goal(
                                                "Speaking",
                                                new BigDecimal(4),
                                                List.of(new PlanDraft.Action("Talk", LocalDate.of(2026, 3, 12))))),
                                        2,
                                        LocalDate.of(2026, 6, 30))));
        cases.put(
                MentoringAction.MARK_ACTION, (id, who) -> bean(MarkAction.class).mark(id, world.planAction, who, true));
        cases.put(
                MentoringAction.READ_PROGRESS,
                (id, who) -> bean(ShowProgress.class).of(id, who));
        cases.put(
                MentoringAction.WRITE_PROGRESS,
                (id, who) -> bean(WriteProgress.class)
                        .change(id, world.item, who, null, fields -> fields.withStatus("done")));
        cases.put(
                MentoringAction.SUGGEST_IMPROVEMENT,
                (id, who) -> bean(SuggestImprovement.class).suggest(id, world.item, who, "words"));
        cases.put(
                MentoringAction.ANSWER_SUGGESTION,
                (id, who) -> bean(AnswerSuggestion.class).answer(id, world.suggestion, who, "adopted", null));
        cases.put(
                MentoringAction.GIVE_GUIDANCE,
                (id, who) -> bean(RecordGuidance.class)
                        .record(
                                id,
                                who,
                                new RecordGuidance.Guidance(
                                        "topic", "question", "advice", 30, "video", LocalDate.of(2026, 3, 2))));
        cases.put(
                MentoringAction.EVALUATE_ABILITY,
                (id, who) -> bean(EvaluateAbility.class)
                        .evaluate(id, who, List.of(new LevelRules.Judged("Speaking", new BigDecimal(3))), "on"));
        cases.put(
                MentoringAction.SHARE_EXPERIENCE,
                (id, who) -> bean(ShareExperience.class)
                        .share(id, who, new ShareExperience.Experience("t", "s", "m", "st", "e")));
        cases.put(
                MentoringAction.RECOMMEND_RESOURCE,
                (id, who) -> bean(RecommendResource.class)
                        .recommend(id, who, "title", "https://example.org", null, "reason", null));
        cases.put(
                MentoringAction.CONNECT_DEPARTMENT,
                (id, who) -> bean(ConnectDepartment.class).connect(id, who, "otto", "purpose"));
        cases.put(
                MentoringAction.READ_ADVICE, (id, who) -> bean(ShowAdvice.class).to(who, id));
        cases.put(
                MentoringAction.MEDIATE_PLAN,
                (id, who) -> bean(MediatePlan.class).mediate(id, who, "continue"));
        cases.put(
                MentoringAction.DECIDE_NEXT_STEP,
                (id, who) -> bean(ConcludeEvaluation.class).decideBy(id, who));
        cases.put(
                MentoringAction.WAIVE_ANSWER,
                (id, who) -> bean(EvaluationProcess.class).waive(id, who, "self", "long ill"));
        cases.put(
                MentoringAction.READ_WAIVERS,
                (id, who) -> bean(WaiveAnswer.class).of(id, who));
        cases.put(
                MentoringAction.AGREE_PLAN,
                (id, who) -> bean(AnswerPlan.class).asMentee(id, who, new AnswerPlan.Given(null, null, true, null)));
        cases.put(
                MentoringAction.CONFIRM_PLAN,
                (id, who) -> bean(AnswerPlan.class).asMentor(id, who, new AnswerPlan.Given(null, null, true, null)));
        cases.put(
                MentoringAction.REQUEST_PLAN_CHANGE,
                (id, who) -> bean(RequestPlanChange.class).check(id, who));
        cases.put(
                MentoringAction.REQUEST_GRADUATION,
                (id, who) -> bean(MentoringProcess.class).requestGraduation(id, who));
        cases.put(
                MentoringAction.REQUEST_REMATCH,
                (id, who) -> bean(MentoringProcess.class).requestRematch(id, who));
        cases.put(
                MentoringAction.WITHDRAW_MENTORSHIP,
                (id, who) -> bean(MentoringProcess.class).withdraw(id, who, "wrong person"));
        cases.put(
                MentoringAction.START_MENTORSHIP,
                (id, who) ->
                        bean(OpenMentorship.class).open("m-new", RightsWorld.person(MentoringRole.MENTEE, id), who));
        cases.put(
                MentoringAction.CHOOSE_MENTOR,
                (id, who) -> bean(ChooseMentor.class).choose(id, who, "nobody", null, false));
        cases.put(
                MentoringAction.READ_GAPS,
                (id, who) -> view(MentoringAction.ACCEPT_MENTEE).values(id, who));
        cases.put(
                MentoringAction.ACCEPT_MENTEE,
                (id, who) -> bean(AskMentor.class).answer(id, who, false, null));
        cases.put(
                MentoringAction.ASSIGN_MENTOR,
                (id, who) -> bean(AssignMentor.class).assign(id, who, "nobody"));
        cases.put(MentoringAction.READ_LOG, this::readLog);
        cases.put(
                MentoringAction.WRITE_LOG,
                (id, who) -> bean(WriteMessage.class)
                        .write(id, who, new WriteMessage.Message("words", null, null, List.of())));
        cases.put(
                MentoringAction.GIVE_TODO,
                (id, who) -> bean(WriteMessage.class)
                        .write(id, who, new WriteMessage.Message("words", null, aWish(), List.of())));
        cases.put(
                MentoringAction.FINISH_MENTEES_TODO,
                (id, who) -> bean(MoveToDo.class).finish(menteesToDo(id), who, null));
        cases.put(
                MentoringAction.SELF_EVALUATE,
                (id, who) -> bean(SelfEvaluate.class).evaluate(id, who, List.of(), 4, null));
        cases.put(
                MentoringAction.READ_SELF_EVALUATION,
                (id, who) -> view(MentoringAction.DECIDE_NEXT_STEP).values(id, who));
        cases.put(
                MentoringAction.EVALUATE_GROWTH,
                (id, who) -> bean(EvaluateGrowth.class).evaluate(id, who, List.of(), 4, "continue"));
        cases.put(
                MentoringAction.PAUSE_MENTORSHIP,
                (id, who) -> bean(AbsenceProcess.class).pause(id, who, null, null));
        cases.put(
                MentoringAction.RESUME_MENTORSHIP,
                (id, who) -> bean(AbsenceProcess.class).resume(id, who));
        cases.put(
                MentoringAction.END_SUBSTITUTION,
                (id, who) -> bean(SubstitutionProcess.class).end(id, who));
        cases.put(MentoringAction.READ_WORDS, this::readWords);
        cases.put(
                MentoringAction.NAME_SUBSTITUTE,
                (id, who) -> bean(AbsenceProcess.class)
                        .nameSubstitute(id, who, "li", LocalDate.of(2026, 4, 1), LocalDate.of(2026, 4, 30)));
        cases.putAll(ReadingServices.of(context));
        return cases;
    }

    private void readLog(String id, String who) {
        Mentorship mentorship = bean(Mentorships.class).get(id);
        LogReaders readers = bean(LogReaders.class);
        readers.giveReason(mentorship, who, "complaint");
        readers.open(mentorship, who);
    }

    /** As a page does that leaves them out: where the log may be read, it was opened on the same day. */
    private void readWords(String id, String who) {
        Mentorship mentorship = bean(Mentorships.class).get(id);
        LogReaders readers = bean(LogReaders.class);
        if (bean(MentoringRights.class).may(who, mentorship, MentoringAction.READ_LOG)) {
            readLog(id, who);
        }
        if (!readers.readsWords(mentorship, who)) {
            throw Refusal.forbidden("rights.refused.read-words");
        }
    }

    /** Every call that brings something along, with nothing of what it must hold; who may not never hears of that. */
    Map<String, BiFunction<Caller, String, Answer>> withoutAnything() {
        Map<String, BiFunction<Caller, String, Answer>> calls = new LinkedHashMap<>();
        Map.ofEntries(
                        Map.entry("WITHDRAW_MENTORSHIP", "/withdrawal"),
                        Map.entry("WRITE_PROGRESS", "/progress"),
                        Map.entry("SUGGEST_IMPROVEMENT", "/progress/" + world.item + "/suggestions"),
                        Map.entry("RECOMMEND_RESOURCE", "/duties/recommend-resource"),
                        Map.entry("CONNECT_DEPARTMENT", "/duties/connect-department"),
                        Map.entry("GIVE_GUIDANCE", "/guidances"),
                        Map.entry("WAIVE_ANSWER", "/evaluation/waiver"),
                        Map.entry("READ_LOG", "/log/readings"),
                        Map.entry("WRITE_LOG", "/log"),
                        Map.entry("NAME_SUBSTITUTE", "/substitute"),
                        Map.entry("REQUEST_PLAN_CHANGE", "/plan/changes"))
                .forEach((action, path) -> calls.put(action, (who, id) -> who.post(of(id, path), "{}")));
        Map.of(
                        "MARK_ACTION", "/actions/" + world.planAction,
                        "ANSWER_SUGGESTION", "/progress/suggestions/" + world.suggestion + "/answer",
                        "HAND_LOG_OVER", "/log/hand-over")
                .forEach((action, path) -> calls.put(action, (who, id) -> who.put(of(id, path), "{}")));
        return calls;
    }

    private static WriteMessage.Wish aWish() {
        return new WriteMessage.Wish("mei", LocalDate.of(2026, 3, 20));
    }

    /** A new one that she has given herself. */
    private String menteesToDo(String mentorship) {
        long entry = bean(WriteMessage.class)
                .write(mentorship, "mei", new WriteMessage.Message("to do", null, aWish(), List.of()));
        return bean(JdbcClient.class)
                .sql("select id from to_do where entry_id = :entry")
                .param("entry", entry)
                .query(String.class)
                .single();
    }

    /** What the form of the task of this name shows, which is the way to that reading. */
    private TaskView view(MentoringAction task) {
        return context.getBeansOfType(TaskView.class).values().stream()
                .filter(view ->
                        view.task().equals(task == MentoringAction.ACCEPT_MENTEE ? "acceptMentee" : "decideNextStep"))
                .findFirst()
                .orElseThrow();
    }

    /** The action comes first; further words tell calls of one action apart. */
    Map<String, BiFunction<Caller, String, Answer>> overRest() {
        Map<String, BiFunction<Caller, String, Answer>> calls = new LinkedHashMap<>();
        calls.put("READ_MENTORSHIP", (who, id) -> who.get(of(id, "")));
        calls.put("READ_RECOMMENDATIONS", (who, id) -> who.get("/api/mentees/mei/recommendations"));
        calls.put("MARK_ACTION", (who, id) -> who.put(of(id, "/actions/" + world.planAction), "{\"done\":true}"));
        calls.put("REQUEST_GRADUATION", (who, id) -> who.post(of(id, "/graduation"), "{}"));
        calls.put("REQUEST_REMATCH", (who, id) -> who.post(of(id, "/rematch"), "{}"));
        calls.put("WITHDRAW_MENTORSHIP", (who, id) -> who.post(of(id, "/withdrawal"), "{\"reason\":\"wrong person\"}"));
        calls.put("READ_PROGRESS", (who, id) -> who.get(of(id, "/progress")));
        calls.put("WRITE_PROGRESS add", (who, id) -> who.post(of(id, "/progress"), "{\"title\":\"more\"}"));
        calls.put(
                "WRITE_PROGRESS change",
                (who, id) ->
                        who.send("PATCH", of(id, "/progress/" + world.item), "{\"note\":\"x\"}", "application/json"));
        calls.put("WRITE_PROGRESS remove", (who, id) -> {
            String item = bean(WriteProgress.class).add(id, "mei", ItemFields.BLANK.withTitle("to go"));
            return who.delete(of(id, "/progress/" + item));
        });
        calls.put(
                "SUGGEST_IMPROVEMENT",
                (who, id) -> who.post(of(id, "/progress/" + world.item + "/suggestions"), "{\"text\":\"x\"}"));
        calls.put(
                "ANSWER_SUGGESTION",
                (who, id) -> who.put(
                        of(id, "/progress/suggestions/" + world.suggestion + "/answer"), "{\"answer\":\"adopted\"}"));
        calls.put(
                "RECOMMEND_RESOURCE",
                (who, id) -> who.post(
                        of(id, "/duties/recommend-resource"),
                        "{\"title\":\"t\",\"reason\":\"r\",\"link\":\"https://example.org\"}"));
        calls.put(
                "CONNECT_DEPARTMENT",
                (who, id) ->
                        who.post(of(id, "/duties/connect-department"), "{\"contactId\":\"otto\",\"purpose\":\"p\"}"));
        calls.put(
                "WAIVE_ANSWER",
                (who, id) -> who.post(of(id, "/evaluation/waiver"), "{\"answer\":\"self\",\"reason\":\"long ill\"}"));
        calls.put("READ_WAIVERS", (who, id) -> who.get(of(id, "/evaluation/waivers")));
        calls.put("READ_ADVICE", (who, id) -> who.get(of(id, "/advice")));
        calls.put("READ_MENTORSHIP duties", (who, id) -> who.get(of(id, "/duties")));
        calls.put("READ_PLAN actions", (who, id) -> who.get(of(id, "/actions")));
        calls.put("READ_PLAN versions", (who, id) -> who.get(of(id, "/plan/versions")));
        calls.put("READ_LOG reason", (who, id) -> who.post(of(id, "/log/readings"), "{\"reason\":\"test\"}"));
        calls.put("READ_LOG", (who, id) -> who.get(of(id, "/log")));
        calls.put("HAND_LOG_OVER", (who, id) -> who.put(of(id, "/log/hand-over"), "{\"extent\":\"nothing\"}"));
        calls.put("WRITE_LOG", (who, id) -> who.post(of(id, "/log"), "{\"text\":\"x\"}"));
        calls.put("END_SUBSTITUTION", (who, id) -> {
            Answer answer = who.delete(of(id, "/substitute"));
            world.standInAgain(id);
            return answer;
        });
        calls.put("GIVE_GUIDANCE", (who, id) -> who.post(of(id, "/guidances"), """
                {"topic":"t","question":"q","advice":"a","minutes":30,"method":"video","heldOn":"2026-03-02"}"""));
        calls.put("PAUSE_MENTORSHIP", (who, id) -> who.post(of(id, "/pause"), "{}"));
        calls.put("RESUME_MENTORSHIP", (who, id) -> who.post(of(id, "/resume"), "{}"));
        calls.put(
                "NAME_SUBSTITUTE",
                (who, id) -> who.post(
                        of(id, "/substitute"),
                        "{\"mentorId\":\"li\",\"from\":\"2026-04-01\",\"until\":\"2026-04-30\"}"));
        calls.put("REQUEST_PLAN_CHANGE", (who, id) -> who.post(of(id, "/plan/changes"), "{\"request\":\"less\"}"));
        calls.put("GIVE_TODO", (who, id) -> who.post(of(id, "/log"), """
                {"text":"x","todo":{"ownerId":"mei","dueOn":"2026-03-20"}}"""));
        calls.put("FINISH_MENTEES_TODO", (who, id) -> who.delete(of(id, "/todos/" + menteesToDo(id))));
        calls.put("READ_PLAN difference", (who, id) -> who.get(of(id, "/plan/versions/1..1")));
        calls.put("READ_COMPETENCIES", (who, id) -> who.get(of(id, "")));
        calls.put("READ_METRICS", (who, id) -> who.get(of(id, "")));
        calls.put(
                "SHARE_MATERIALS",
                (who, id) -> who.multipart("/api/resources", "file", "x.txt", "x", Map.of("mentorshipId", id)));
        return calls;
    }

    private static String of(String mentorship, String rest) {
        return "/api/mentorships/" + mentorship + rest;
    }

    /** The one whose stage knows the action. */
    static String mentorshipFor(MentoringAction action) {
        return switch (action) {
            case DRAFT_PLAN -> RightsWorld.DRAFTING;
            case MARK_ACTION,
                    GIVE_GUIDANCE,
                    EVALUATE_ABILITY,
                    SHARE_EXPERIENCE,
                    RECOMMEND_RESOURCE,
                    CONNECT_DEPARTMENT,
                    READ_ADVICE -> RightsWorld.COACHING;
            default -> RightsWorld.PLANNING;
        };
    }

    private <T> T bean(Class<T> type) {
        return context.getBean(type);
    }
}
