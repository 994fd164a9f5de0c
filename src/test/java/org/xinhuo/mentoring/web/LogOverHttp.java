package org.xinhuo.mentoring.web;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinhuo.mentoring.OpenMentorship;
import org.xinhuo.mentoring.PairMentor;
import org.xinhuo.testing.Caller;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoWebTest;

/** The coaching log of mei and wang over HTTP. */
@XinhuoWebTest
abstract class LogOverHttp {

    static final String LOG = "/api/mentorships/m-1/log";

    @LocalServerPort
    int port;

    @Autowired
    TestCompany company;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PairMentor pairMentor;

    @BeforeEach
    void aPair(@Autowired OpenMentorship openMentorship) {
        company.employee("zhao")
                .employee("mei", "Sales", "Consultant", "zhao")
                .employee("wang")
                .employee("li")
                .employee("otto")
                .employee("han")
                .role("han", "hr")
                .employee("shen")
                .role("shen", "auditor")
                .employee("admin")
                .role("admin", "camunda-admin")
                .jobAsksFor("Consultant", "Selling", "3", "1")
                .mentor("wang", 3, "logical")
                .mentor("li", 3, "logical");
        openMentorship.open("m-1", "mei", null);
        pairMentor.pair("m-1", "wang");
    }

    Caller as(String person) {
        return Caller.basic(port, person).with("Accept-Language", "en");
    }

    long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }
}
