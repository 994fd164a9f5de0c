package org.xinhuo.incentive.rota;

/** Goes on planning where one transaction would be too long for all: a portion after the other, each in its own. */
public interface PlanningOn {

    /** Once the open transaction is stored; plans until nothing is left, also after a crash in between. */
    void planOn(String group);
}
