package org.xinhuo.demo.process;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.incentive.template.Outlines;

/** A lecturer's month under way: a share that comes and whose content is due, and outlines to start it from. */
@Component
public class DemoLecturing {

    private static final String PROCESS = "sharing";

    /** Far enough that no reminder has fired yet. */
    private static final int DAYS_AHEAD = 8;

    private final DemoTasks tasks;
    private final Outlines outlines;
    private final CompanyTime time;

    DemoLecturing(DemoTasks tasks, Outlines outlines, CompanyTime time) {
        this.tasks = tasks;
        this.outlines = outlines;
        this.time = time;
    }

    /** Plans one share of a lecturer for the department. */
    public void planned(String lecturerId, String title, String audience) {
        LocalDate day = DemoDays.onOrAfter(time.today().plusDays(DAYS_AHEAD));
        tasks.start(
                PROCESS,
                "demo-share-" + lecturerId,
                Map.of(
                        "lecturerId",
                        lecturerId,
                        "title",
                        title,
                        "startsAt",
                        day.atTime(LocalTime.of(14, 0))
                                .atZone(time.zone())
                                .toInstant()
                                .toString(),
                        "minutes",
                        45,
                        "place",
                        "三楼报告厅",
                        "audience",
                        audience));
    }

    /** Writes the outlines as a member of HR. */
    public void outlines(String hr) {
        outlines.keep("商务谈判", """
                《{title}》（{minutes}分钟）

                一、谈判前：我们的底线、对方的底线、可以交换的东西
                二、开场：先听对方为什么要谈
                三、报价与让步：每让一步换回什么
                四、僵局怎么破
                五、演练：两人一组，谈一次续约
                """.strip(), """
                背景：客户、标的、对方的要求
                做法：准备了什么，换回了什么
                结果：成交条件与原计划的差别
                """.strip(), 0, hr);
        outlines.keep("客户洞察", """
                《{title}》（{minutes}分钟）

                一、客户说的、想的、没说出口的
                二、五个好问题，和三个不该问的问题
                三、访谈记录怎么写，才能被别人用上
                四、演练：听一段录音，写出三条洞察
                """.strip(), """
                背景：哪位客户，当时卡在哪里
                做法：问了什么，怎么追问
                结果：发现了什么，方案因此怎么改
                """.strip(), 0, hr);
        outlines.keep("系统设计", """
                《{title}》（{minutes}分钟）

                一、要解决的问题和不解决的问题
                二、两三个备选方案，各自的代价
                三、为什么选这个，什么情况下要换
                四、上线后的数据
                五、提问与讨论
                """.strip(), """
                背景：业务、规模、限制
                做法：关键的设计决定
                结果：指标前后对比，踩过的坑
                """.strip(), 0, hr);
    }
}
