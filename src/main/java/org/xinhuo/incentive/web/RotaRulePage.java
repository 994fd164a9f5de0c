package org.xinhuo.incentive.web;

import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xinhuo.base.Refusal;
import org.xinhuo.base.Texts;
import org.xinhuo.incentive.rota.ChangeRota;
import org.xinhuo.incentive.rota.PlanRota;
import org.xinhuo.people.Groups;
import org.xinhuo.people.NamedPeople;

/** HR writes the rule of a group on the page of the rota, and plans by hand. */
@Controller
@RequestMapping("/rota")
class RotaRulePage {

    private final ChangeRota change;
    private final PlanRota plan;
    private final NamedPeople people;
    private final Groups groups;
    private final Texts texts;

    RotaRulePage(ChangeRota change, PlanRota plan, NamedPeople people, Groups groups, Texts texts) {
        this.people = people;
        this.change = change;
        this.plan = plan;
        this.groups = groups;
        this.texts = texts;
    }

    @PostMapping("/rule")
    String rule(
            @RequestParam String group,
            @RequestParam(defaultValue = "false") boolean active,
            @RequestParam(defaultValue = Rhythm.OWN) String rhythm,
            @RequestParam(defaultValue = "") String weekday,
            @RequestParam(defaultValue = "") String rule,
            @RequestParam(defaultValue = "") String beginsOn,
            @RequestParam String startsAt,
            @RequestParam int minutes,
            @RequestParam(defaultValue = "") String zone,
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String audience,
            @RequestParam int horizonDays,
            @RequestParam(defaultValue = "1") int lecturers,
            @RequestParam(defaultValue = "") String order,
            Principal by,
            Locale locale,
            RedirectAttributes after) {
        change.write(
                group,
                new ChangeRota.Typed(
                        active,
                        new Rhythm(rhythm, weekday).rule(rule),
                        beginsOn,
                        startsAt,
                        minutes,
                        zone,
                        region,
                        place,
                        audience,
                        horizonDays,
                        lecturers),
                by.getName());
        // Names or ids, also as the page shows the order, with arrows.
        List<String> queue = people.ids("order", NamedPeople.words(order.replace('→', ',')));
        if (!queue.isEmpty()) {
            change.order(group, queue, by.getName());
        }
        after.addAttribute("group", group);
        after.addAttribute("preview", true);
        after.addFlashAttribute("said", texts.text(locale, "rota.page.ruleKept"));
        return "redirect:/rota";
    }

    @PostMapping("/plan")
    String plan(@RequestParam String group, Principal by, Locale locale, RedirectAttributes after) {
        if (groups.of(by.getName()).stream().noneMatch(Set.of("hr", "camunda-admin")::contains)) {
            throw Refusal.forbidden("rota.hrAlone");
        }
        PlanRota.Planned planned = plan.plan(group);
        long shares = planned.slots().stream()
                .filter(slot -> slot.lecturerId() != null)
                .count();
        String code = planned.complete() ? "rota.page.planned" : "rota.page.planningGoesOn";
        after.addAttribute("group", group);
        after.addFlashAttribute("said", texts.text(locale, code, shares));
        return "redirect:/rota";
    }
}
