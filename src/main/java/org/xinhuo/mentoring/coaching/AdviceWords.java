package org.xinhuo.mentoring.coaching;

import java.util.regex.Pattern;

/** The words by which {@link AdviceSpecificity} knows a step, a figure and a date. They read plain, lower-case text. */
final class AdviceWords {

    private static final String CHINESE_NUMBER = "[零〇一二两三四五六七八九十百千万半几]";
    private static final String WEEKDAY = "(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?";
    private static final String MONTH =
            "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
                    + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
    private static final String UNIT_OF_TIME = "(?:days?|weeks?|months?|quarters?|fortnight)";
    private static final String COUNT = "(?:\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve)";

    /** Past days are no plan: 上周, 昨天, last week are not among these. */
    static final Pattern DATE = Pattern.compile(String.join(
            "|",
            // 2026-03-05, 2026年3月5日, 3月5日, 5号, 3/5, three months named by number
            "\\d{4}[-/.年]\\d{1,2}(?:[-/.月]\\d{1,2}日?)?月?",
            "\\d{1,2}月(?:\\d{1,2}[日号]|底|末|初|中旬|上旬|下旬)",
            "(?<!\\d)\\d{1,2}月(?:份|前|之前|内)",
            "(?<!\\d)\\d{1,2}[日号](?:前|之前|以前|下班)?(?![码线店楼])",
            "(?<![\\d/])(?:1[0-2]|0?[1-9])/(?:3[01]|[12]\\d|0?[1-9])(?![\\d/%])",
            "[一二三四五六七八九十]{1,2}月(?:[一二三四五六七八九十]{1,3}[日号]|底|末|初|中旬|份|前)",
            // 下周三, 本周内, 每周, 周五前, 星期二
            "(?:这|本|下|下下|每)个?(?:周|星期|礼拜|月|季度|季|年)[一二三四五六日天末底]?",
            "(?:每|隔)(?:天|日|两天|半年)",
            "(?<!上)(?:周|星期|礼拜)[一二三四五六日天末](?!起)",
            "今天|今日|今晚|明天|明日|明早|后天|大后天|当天|次日|隔天",
            "(?:月|季|年|季度)(?:底|末)(?:前|之前)?",
            // 三天内, 两周之后, 10天前完成
            "(?:\\d{1,3}|" + CHINESE_NUMBER + "{1,3})个?(?:天|日|周|星期|礼拜|月|季度|工作日|小时)(?:之?内|以内|之?后|以后)",
            "(?:下一?次|下回)(?:见面|辅导|沟通|谈话|会议|例会|复盘|碰头)",
            // English
            "\\b(?:by|on|next|this|every|each|until|before|from)\\s+(?:the\\s+)?" + WEEKDAY + "\\b",
            "\\b(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)s?\\b",
            "\\b(?:today|tonight|tomorrow|daily|weekly|fortnightly|monthly|quarterly)\\b",
            "\\b(?:next|this|every|each|coming)\\s+(?:day|week|month|quarter|year|morning|afternoon|evening)\\b",
            "\\b(?:end|beginning|middle)\\s+of\\s+(?:the\\s+|this\\s+|next\\s+)?(?:day|week|month|quarter|year|" + MONTH
                    + ")\\b",
            "\\b(?:within|in|after|over)\\s+(?:the\\s+next\\s+)?" + COUNT + "\\s+" + UNIT_OF_TIME + "\\b",
            "\\b(?:in|by|until|before)\\s+" + MONTH + "\\b(?:\\s+\\d{1,2}\\b)?",
            "\\b" + MONTH + "\\s+\\d{1,2}(?:st|nd|rd|th)?\\b",
            "\\b\\d{1,2}(?:st|nd|rd|th)?\\s+(?:of\\s+)?" + MONTH + "\\b",
            "\\b(?:by|before|on)\\s+the\\s+\\d{1,2}(?:st|nd|rd|th)\\b",
            "\\b(?:before|by|at|until)\\s+(?:our|the|your)\\s+next\\s+(?:\\w+\\s+)?"
                    + "(?:talk|meeting|session|call|review|one-on-one|1:1)\\b"));

    /** At the beginning of a line or after a full stop: 1. … 1、… (1) … 第一步 … step 1 … */
    static final Pattern NUMBERING =
            Pattern.compile("(?:^|[\\n。；;:]|\\. )\\s*(?:\\(?\\d{1,2}[.、)](?!\\d)|[一二三四五六七八九十][、.])"
                    + "|第\\s*[一二三四五六七八九十\\d]\\s*步|\\bstep\\s+(?:\\d{1,2}|one|two|three|four|five)\\b");

    /** Something that can be watched being done; "try harder" and 多沟通 are not. */
    static final Pattern STEP = Pattern.compile(String.join(
            "|",
            "列(?:出|一|个|清)|写(?:出|下|一|份|个|成|好|完|到|封|进)|整理|梳理|打(?:个|一个|通)?电话|致电|拜访|走访|回访|约(?:见|谈|上|好|一|个|客户|他|她|同事)|预约",
            "(?<!多)练习|演练|排练|试讲|模拟|角色扮演|录(?:音|像|制|一段|下)|记录|记(?:下|到)|复盘|准备(?:一|好|三|两|\\d)|制作|做(?:一|个|份|出|成|完|两|三|\\d)",
            "画(?:出|一|个|张|好)|对比|对照|统计|汇总|发(?:给|一|到|出)|提交|阅读|读(?:一|完|两|三|\\d)|看(?:一遍|完|两|三|\\d)|观看|观摩|旁听",
            "联系|访谈|采访|跟进|拆(?:分|解|成)|核对|标(?:注|出)|演示|请教|填(?:写|好|完)|更新|设计|测试|测(?:一|量)|安排|邀请|提问|问(?:他|她|客户|清|出|三|两|\\d)|挑(?:出|选|一|三|两|\\d)|选(?:出|一|三|两|\\d)|抄(?:写|一)|背(?:下|熟)|讲(?:给|一遍|一次)",
            "先.{1,40}?(?:再|然后|接着)|首先|第一步",
            "\\b(?:list|write|call|phone|visit|prepare|draft|rehearse|record|compare|schedule|book|ask|send|read|watch"
                    + "|interview|map|sketch|draw|count|measure|summari[sz]e|role-?play|shadow|email|e-mail|meet|invite"
                    + "|present|collect|fill in|break down|note down|set up|sort|rank|choose|pick|try out|test|log"
                    + "|walk through|explain|demonstrate|submit|share|arrange|plan out|split|update|track)\\b",
            "(?<!\\bin )\\bpracti[cs]e\\b(?!s)|(?<!\\bthe )(?<!\\ba )\\breview\\b",
            "\\bfirst\\b.{1,60}?\\bthen\\b"));

    /** A number with a meaning of its own; 一下, 一些, 一定, 第一 and "one of them" are none. */
    static final Pattern FIGURE = Pattern.compile(String.join(
            "|",
            "(?<!第)\\d+(?:\\.\\d+)?",
            "百分之" + CHINESE_NUMBER + "+|[一二两三四五六七八九]成(?![为功立长员果绩就])",
            "(?<![第统唯同万专])[二两三四五六七八九十百千半][零〇一二三四五六七八九十百千万]*"
                    + "(?:多|来)?(?:个|位|次|遍|条|份|张|页|家|名|项|件|种|段|句|轮|组|步|场|节|篇|道|通|封|天|周|月|年|小时|分钟|秒|元|块|万|倍|例|点钟)",
            "(?<![第统唯同万专])一(?:个小时|小时|分钟|刻钟|天|周|个月|次|遍|份|张|页|家|位|名|条|通|封|篇|场|轮)",
            "\\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|hundred"
                    + "|dozen|twice|thrice)\\b",
            "\\bhalf an hour\\b|\\b(?:an?|one) (?:hour|minute|page|call|day|week|time)\\b|\\bonce (?:a|an|every|per)\\b",
            "%"));

    private AdviceWords() {}
}
