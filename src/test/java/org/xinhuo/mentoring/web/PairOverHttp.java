package org.xinhuo.mentoring.web;

import org.junit.jupiter.api.BeforeEach;
import org.xinhuo.mentoring.process.LoopOverHttp;

/** mei works with wang; they have no plan yet. */
abstract class PairOverHttp extends LoopOverHttp {

    String id;

    @BeforeEach
    void aPairIsFound() {
        id = mentoring.start("mei");
        story.choose(id, "wang");
    }
}
