package org.xinhuo.security;

/** The application must not run without anybody who could administer it. */
final class NoAdministrator extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoAdministrator(String reason) {
        super(reason);
    }
}
