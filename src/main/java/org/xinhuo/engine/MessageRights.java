package org.xinhuo.engine;

import java.util.Map;
import java.util.Set;

/**
 * Who may send a process of one module a message over the engine's own interface. A message that no bean names is for
 * administrators alone: it is the product that sends it, after checks of its own.
 */
public interface MessageRights {

    /** The names of the messages that this bean answers for. */
    Set<String> messages();

    /** @throws org.xinhuo.base.Refusal where this person may not send this message about this aggregate, or there is none */
    void check(String message, String businessKey, String personId);

    /**
     * The same where the message's values matter to who may send it.
     *
     * @param values what is sent along, by name
     */
    default void check(String message, String businessKey, String personId, Map<String, Object> values) {
        check(message, businessKey, personId);
    }
}
