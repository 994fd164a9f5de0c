package org.xinhuo.mentoring.web;

import java.security.Principal;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.xinhuo.mentoring.matching.Recommendation;
import org.xinhuo.mentoring.matching.ShowRecommendations;
import org.xinhuo.people.Employees;

@RestController
class RecommendationsApi {

    private final ShowRecommendations recommendations;
    private final Employees employees;
    private final MentoringReaders readers;

    RecommendationsApi(ShowRecommendations recommendations, Employees employees, MentoringReaders readers) {
        this.recommendations = recommendations;
        this.employees = employees;
        this.readers = readers;
    }

    @GetMapping("/api/mentees/{id}/recommendations")
    List<Recommendation> recommendations(@PathVariable String id, Principal reader) {
        readers.checkRecommendations(reader.getName(), employees.get(id));
        return recommendations.of(id, reader.getName());
    }
}
