package org.xinhuo.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Texts;
import org.xinhuo.people.AddEmployee;
import org.xinhuo.people.Employees;
import org.xinhuo.people.Groups;
import org.xinhuo.testing.Caller;
import org.xinhuo.testing.Caller.Answer;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoWebTest;

@XinhuoWebTest
class PasswordsAndRolesTest {

    @LocalServerPort
    int port;

    @Autowired
    TestCompany company;

    @Autowired
    Employees employees;

    @Autowired
    Credentials credentials;

    @Autowired
    PasswordEncoder encoder;

    @Autowired
    CompanyTime time;

    @Autowired
    AddEmployee addEmployee;

    @Autowired
    Groups groups;

    @Autowired
    SetPassword setPassword;

    @Autowired
    Texts texts;

    @Autowired
    TransactionTemplate transaction;

    private Caller admin;

    @BeforeEach
    void people() {
        company.employee("mei").employee("admin").role("admin", "camunda-admin");
        admin = Caller.basic(port, "admin").with("Accept-Language", "zh-CN");
    }

    @Test
    void aNewPasswordTakesThePlaceOfTheOldAtOnce() {
        assertThat(Caller.basic(port, "mei").get("/engine-rest/task").status()).isEqualTo(200);
        assertThat(admin.put("/api/employees/mei/password", "{\"password\":\"new secret\"}")
                        .status())
                .isEqualTo(204);
        assertThat(Caller.basic(port, "mei").get("/engine-rest/task").status()).isEqualTo(401);
        for (int time = 0; time < 3; time++) {
            assertThat(Caller.basic(port, "mei", "new secret")
                            .get("/engine-rest/task")
                            .status())
                    .isEqualTo(200);
        }
        assertThat(admin.put("/api/employees/mei/password", "{\"password\":\"newer secret\"}")
                        .status())
                .isEqualTo(204);
        assertThat(Caller.basic(port, "mei", "new secret")
                        .get("/engine-rest/task")
                        .status())
                .isEqualTo(401);
        assertThat(credentials.hashOf("mei").orElseThrow()).startsWith("{bcrypt}$2a$");
    }

    @Test
    void badPasswordsAreRefusedWithASentence() {
        Answer tooShort = admin.put("/api/employees/mei/password", "{\"password\":\"1234567\"}");
        assertThat(tooShort.status()).isEqualTo(400);
        assertThat(tooShort.json().path("type").asText()).isEqualTo("urn:xinhuo:problem:security.passwordTooShort");
        assertThat(tooShort.json().path("field").asText()).isEqualTo("password");
        assertThat(tooShort.json().path("detail").asText()).isEqualTo("密码至少需要8个字符。");
        assertThat(admin.put("/api/employees/mei/password", "{}")
                        .json()
                        .path("detail")
                        .asText())
                .isEqualTo("请填写“密码”。");
        assertThat(admin.put("/api/employees/mei/password", "{\"password\":\"" + "长".repeat(25) + "\"}")
                        .status())
                .isEqualTo(400);
        assertThat(admin.put("/api/employees/nobody/password", "{\"password\":\"long enough\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void onlyAdministratorsGivePasswordsAndRoles() {
        Caller mei = Caller.basic(port, "mei");
        assertThat(mei.put("/api/employees/mei/password", "{\"password\":\"long enough\"}")
                        .status())
                .isEqualTo(403);
        Answer refused = mei.put("/api/employees/mei/roles", "{\"roles\":[\"camunda-admin\"]}");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().path("type").asText()).isEqualTo("urn:xinhuo:problem:security.administratorsOnly");
        assertThat(Caller.nobody(port)
                        .put("/api/employees/mei/roles", "{\"roles\":[]}")
                        .status())
                .isIn(401, 403);
    }

    @Test
    void rolesByHandAreGivenAndTaken() {
        assertThat(admin.put("/api/employees/mei/roles", "{\"roles\":[\"hr\",\"auditor\",\"hr\"]}")
                        .status())
                .isEqualTo(204);
        assertThat(groups.of("mei")).contains("hr", "auditor", "employee");
        assertThat(admin.put("/api/employees/mei/roles", "{\"roles\":[]}").status())
                .isEqualTo(204);
        assertThat(groups.of("mei")).containsExactly("employee");
        assertThat(admin.put("/api/employees/mei/roles", "{\"roles\":[\"mentor\"]}")
                        .status())
                .isEqualTo(400);
        assertThat(admin.put("/api/employees/mei/roles", "{}").status()).isEqualTo(400);
        assertThat(admin.put("/api/employees/nobody/roles", "{\"roles\":[]}").status())
                .isEqualTo(404);
    }

    @Test
    void theLastAdministratorStays() {
        Answer refused = admin.put("/api/employees/admin/roles", "{\"roles\":[]}");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(groups.of("admin")).contains("camunda-admin");
        admin.put("/api/employees/mei/roles", "{\"roles\":[\"camunda-admin\"]}");
        assertThat(admin.put("/api/employees/admin/roles", "{\"roles\":[]}").status())
                .isEqualTo(204);
    }

    @Test
    void outsideTheDemoWhoHasNoPasswordDoesNotLogIn() {
        LoginRules strict = new LoginRules(employees, credentials, encoder, time, false);
        assertThat(strict.belongTogether("mei", "mei")).isFalse();
        setPassword.set("mei", "long enough");
        assertThat(strict.belongTogether("mei", "long enough")).isTrue();
        assertThat(strict.belongTogether("mei", "long enoughX")).isFalse();
    }

    @Test
    void anEmptyCompanyGetsItsFirstAdministratorFromTheEnvironment() {
        groups.giveRoles("mei", java.util.Set.of("camunda-admin"));
        groups.giveRoles("admin", java.util.Set.of());
        start("boss", "long enough");
        assertThat(employees.existsById("boss")).as("there was one already").isFalse();
        company.nobodyHasARole();
        assertThatThrownBy(() -> start("", ""))
                .isInstanceOf(NoAdministrator.class)
                .hasMessageContaining("XINHUO_ADMIN_ID");
        assertThatThrownBy(() -> start("boss", "short"))
                .isInstanceOf(NoAdministrator.class)
                .hasMessageContaining("at least 8 characters");
        assertThat(employees.existsById("boss")).isFalse();
        start("boss", "long enough");
        assertThat(groups.of("boss")).contains("camunda-admin", "employee");
        assertThat(new LoginRules(employees, credentials, encoder, time, false).belongTogether("boss", "long enough"))
                .isTrue();
    }

    private void start(String id, String password) {
        new FirstAdministrator(false, id, password, addEmployee, groups, setPassword, texts, transaction)
                .afterSingletonsInstantiated();
    }

    @Test
    void guessingIsSlowedDownForWhoGuessesAlone() {
        Throttle throttle = new Throttle();
        for (int attempt = 0; attempt < 9; attempt++) {
            throttle.failed("mei", "10.0.0.1");
            assertThat(throttle.pauses("mei", "10.0.0.1")).isFalse();
        }
        for (int attempt = 0; attempt < 6; attempt++) {
            throttle.failed("mei", "10.0.0.1");
        }
        assertThat(throttle.pauses("mei", "10.0.0.1")).isTrue();
        assertThat(throttle.pauses("mei", "10.0.0.2")).isFalse();
        assertThat(throttle.pauses("li", "10.0.0.1")).isFalse();
        throttle.succeeded("mei", "10.0.0.1");
        assertThat(throttle.pauses("mei", "10.0.0.1")).isFalse();
    }

    @Test
    void guessingFromManyAddressesIsSlowedDownToo() {
        Throttle throttle = new Throttle();
        for (int attempt = 0; attempt < 99; attempt++) {
            throttle.failed("mei", "10.0.0." + attempt);
            assertThat(throttle.pauses("mei", "10.0.1.1")).isFalse();
        }
        throttle.failed("mei", "10.0.0.99");
        assertThat(throttle.pauses("mei", "10.0.1.1")).isTrue();
        assertThat(throttle.pauses("li", "10.0.1.1")).isFalse();
        throttle.succeeded("mei", "10.0.2.1");
        assertThat(throttle.pauses("mei", "10.0.1.1")).isTrue();
    }

    @Test
    void theSentenceOfAMissingAdministratorIsClear() {
        assertThat(new NoAdministratorAnalyzer()
                        .analyze(new IllegalStateException(new NoAdministrator("there is none.")))
                        .getAction())
                .contains("XINHUO_ADMIN_ID", "XINHUO_ADMIN_PASSWORD", "8");
    }
}
