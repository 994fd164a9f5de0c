package org.xinhuo.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.base.Texts;
import org.xinhuo.people.Employee;
import org.xinhuo.people.Employees;
import org.xinhuo.people.Groups;

class ApplyForPromotionTest {

    @ParameterizedTest
    @CsvSource({"promotion_application_open, promotion.alreadyApplied", "promotion_application_pkey, promotion.idTaken"
    })
    void whoComesSecondInTheSameMomentIsToldWhatWasTaken(String constraint, String code) {
        Employee wang = mock(Employee.class);
        when(wang.isActiveOn(any())).thenReturn(true);
        Employees employees = mock(Employees.class);
        when(employees.findById("wang")).thenReturn(Optional.of(wang));
        CompanyTime time = mock(CompanyTime.class);
        when(time.today()).thenReturn(LocalDate.parse("2026-06-01"));
        when(time.now()).thenReturn(Instant.parse("2026-06-01T00:00:00Z"));
        CheckEligibility eligibility = mock(CheckEligibility.class);
        when(eligibility.of("wang", "department-manager")).thenReturn(new Eligibility(6, 6, List.of(), 1));
        Promotions promotions = mock(Promotions.class);
        when(promotions.saveAndFlush(any()))
                .thenThrow(new DataIntegrityViolationException("violates unique constraint \"" + constraint + "\""));
        ApplyForPromotion apply = new ApplyForPromotion(
                promotions,
                eligibility,
                employees,
                mock(PromotionApprover.class),
                mock(Groups.class),
                time,
                mock(MissingConditions.class),
                new KnownRoles(() -> List.of("department-manager"), mock(Texts.class, call -> call.getArgument(1))));
        assertThatThrownBy(() -> apply.apply("p1", "wang", "department-manager", "wang"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
