package org.xinhuo.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The laws of the house that the byte code shows. */
@AnalyzeClasses(packages = "org.xinhuo", importOptions = ImportOption.DoNotIncludeTests.class)
class LawsTest {

    private static final String MENTORING = "org.xinhuo.mentoring.";
    private static final String INCENTIVE = "org.xinhuo.incentive.";

    /** Law 1: also the way out, should the engine be exchanged. */
    @ArchTest
    static final ArchRule onlyTheProcessSideKnowsTheEngine = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "org.xinhuo..process..", "org.xinhuo.engine..", "org.xinhuo.security..", "org.xinhuo.audit..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.camunda..")
            .allowEmptyShould(true);

    /** Law 2: forward arrows stand in the models alone. */
    @ArchTest
    static final ArchRule matchingKnowsNoLaterStage =
            stageKnowsNot(MENTORING, "matching", "cohort", "plan", "coaching", "evaluation");

    @ArchTest
    static final ArchRule planKnowsNoLaterStage = stageKnowsNot(MENTORING, "plan", "coaching", "evaluation");

    @ArchTest
    static final ArchRule coachingKnowsNoLaterStage = stageKnowsNot(MENTORING, "coaching", "evaluation");

    /** The ledger that all of them write. */
    @ArchTest
    static final ArchRule logKnowsNoStage =
            stageKnowsNot(MENTORING, "log", "matching", "plan", "coaching", "evaluation");

    @ArchTest
    static final ArchRule sharingKnowsNoLaterStage =
            stageKnowsNot(INCENTIVE, "sharing", "rating", "scoring", "review", "reward");

    @ArchTest
    static final ArchRule ratingKnowsNoLaterStage = stageKnowsNot(INCENTIVE, "rating", "scoring", "review", "reward");

    @ArchTest
    static final ArchRule scoringKnowsNoLaterStage = stageKnowsNot(INCENTIVE, "scoring", "review", "reward");

    @ArchTest
    static final ArchRule reviewKnowsNoLaterStage = stageKnowsNot(INCENTIVE, "review", "reward");

    @ArchTest
    static final ArchRule noStageKnowsItsProcessOrItsPages = noClasses()
            .that()
            .resideInAnyPackage(
                    "org.xinhuo.mentoring.matching..",
                    "org.xinhuo.mentoring.cohort..",
                    "org.xinhuo.mentoring.plan..",
                    "org.xinhuo.mentoring.coaching..",
                    "org.xinhuo.mentoring.evaluation..",
                    "org.xinhuo.mentoring.log..",
                    "org.xinhuo.incentive.sharing..",
                    "org.xinhuo.incentive.invitation..",
                    "org.xinhuo.incentive.rota..",
                    "org.xinhuo.incentive.rating..",
                    "org.xinhuo.incentive.scoring..",
                    "org.xinhuo.incentive.review..",
                    "org.xinhuo.incentive.reward..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.xinhuo..process..", "org.xinhuo..web..")
            .allowEmptyShould(true);

    /** Law 7: one transaction a step. */
    @ArchTest
    static final ArchRule nobodyOpensASecondTransaction = ArchRuleDefinition.methods()
            .that()
            .areAnnotatedWith(Transactional.class)
            .should(join("method", method -> method.getAnnotationOfType(Transactional.class)))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule noClassOpensASecondTransaction = ArchRuleDefinition.classes()
            .that()
            .areAnnotatedWith(Transactional.class)
            .should(new ArchCondition<JavaClass>("join the transaction of the step") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    Propagation propagation =
                            type.getAnnotationOfType(Transactional.class).propagation();
                    events.add(new SimpleConditionEvent(
                            type, !SEPARATE.contains(propagation), type.getName() + " uses " + propagation));
                }
            })
            .allowEmptyShould(true);

    /** The engine's clock is the only one: a test moves it, and everything moves. */
    @ArchTest
    static final ArchRule nobodyLooksAtAnotherClock = noClasses()
            .that()
            .resideOutsideOfPackage("org.xinhuo.engine..")
            .should()
            .callMethodWhere(new DescribedPredicate<JavaCall<?>>("reads the system's clock") {
                @Override
                public boolean test(JavaCall<?> call) {
                    String method = call.getTarget().getName();
                    JavaClass owner = call.getTargetOwner();
                    boolean now = method.equals("now")
                            && CLOCKED.stream().anyMatch(owner::isEquivalentTo)
                            && call.getTarget().getRawParameterTypes().stream()
                                    .noneMatch(parameter -> parameter.isEquivalentTo(Clock.class));
                    boolean system = owner.isEquivalentTo(Clock.class) && method.startsWith("system");
                    boolean millis = owner.isEquivalentTo(System.class) && method.equals("currentTimeMillis");
                    return now || system || millis;
                }
            })
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule nobodyMakesADateOutOfNothing = noClasses()
            .that()
            .resideOutsideOfPackage("org.xinhuo.engine..")
            .should()
            .callConstructor(java.util.Date.class)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule namesSayWhatAThingIs = noClasses()
            .should()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Helper");

    @ArchTest
    static final ArchRule delegatesAndListenersAreNamedSo = ArchRuleDefinition.classes()
            .that()
            .implement("org.camunda.bpm.engine.delegate.JavaDelegate")
            .should()
            .haveSimpleNameEndingWith("Delegate")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule moneyIsNoFloatingPointNumber = noMethods()
            .that()
            .areDeclaredInClassesThat(resideInAnyPackage("org.xinhuo.incentive.reward.."))
            .and(new DescribedPredicate<JavaMethod>("are part of the product") {
                @Override
                public boolean test(JavaMethod method) {
                    return !method.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC);
                }
            })
            .should()
            .haveRawReturnType(double.class)
            .orShould()
            .haveRawReturnType(float.class)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule everyPackageSaysWhetherNullMayPass = ArchRuleDefinition.classes()
            .that(not(new DescribedPredicate<JavaClass>("are generated") {
                @Override
                public boolean test(JavaClass type) {
                    return type.isAnonymousClass();
                }
            }))
            .should(new ArchCondition<JavaClass>("lie in a package marked @NullMarked") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    boolean marked = type.getPackage()
                            .tryGetPackageInfo()
                            .map(info -> info.isAnnotatedWith(NullMarked.class))
                            .orElse(false);
                    events.add(new SimpleConditionEvent(
                            type, marked, type.getPackageName() + " has no package-info with @NullMarked"));
                }
            });

    private static final Set<Class<?>> CLOCKED = Set.of(
            Instant.class,
            LocalDate.class,
            LocalTime.class,
            LocalDateTime.class,
            OffsetDateTime.class,
            ZonedDateTime.class,
            YearMonth.class,
            Year.class);

    private static final Set<Propagation> SEPARATE =
            Set.of(Propagation.REQUIRES_NEW, Propagation.NESTED, Propagation.NOT_SUPPORTED);

    private static ArchRule stageKnowsNot(String loop, String stage, String... later) {
        String[] packages =
                java.util.Arrays.stream(later).map(name -> loop + name + "..").toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(loop + stage + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages)
                .allowEmptyShould(true);
    }

    private static ArchCondition<JavaMethod> join(
            String what, java.util.function.Function<JavaMethod, Transactional> annotation) {
        return new ArchCondition<>("join the transaction of the step") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                Propagation propagation = annotation.apply(method).propagation();
                events.add(new SimpleConditionEvent(
                        method,
                        !SEPARATE.contains(propagation),
                        what + " " + method.getFullName() + " uses " + propagation));
            }
        };
    }
}
