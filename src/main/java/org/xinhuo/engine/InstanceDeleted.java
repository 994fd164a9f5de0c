package org.xinhuo.engine;

/**
 * A process instance was ended from outside, such as by an administrator in Cockpit: whatever its model had still to do
 * is not done. Published in the transaction that deletes it.
 *
 * @param instanceId of the engine
 * @param process its key
 * @param businessKey the row that it carried
 */
public record InstanceDeleted(String instanceId, String process, String businessKey) {}
