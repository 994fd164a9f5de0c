package org.xinhuo.people;

/**
 * How many people lack a competency.
 *
 * @param lacking those below the level that their job asks for
 * @param asked those whose job asks for it
 */
public record CompetencyGap(String competency, int lacking, int asked) {}
