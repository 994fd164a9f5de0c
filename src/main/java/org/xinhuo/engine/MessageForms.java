package org.xinhuo.engine;

import java.util.Map;
import java.util.Set;

/** Which values the messages of one process may bring along; a message that is not named here brings none. */
@FunctionalInterface
public interface MessageForms {

    /** Names of variables by name of message. */
    Map<String, Set<String>> messageForms();
}
