package org.xinhuo.library;

/**
 * A file was shared in a mentorship, or a new version of one; told in the transaction in which it became true.
 *
 * @param version from 1
 */
public record ResourceShared(
        String resourceId, int version, String mentorshipId, String ownerId, String title, String fileName) {}
