package org.xinhuo.library;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;

/**
 * The owner takes a resource back: it leaves every library at once. The content stays for HR, which can read it with a
 * reason, because what was once said in a mentorship may be asked about later.
 */
@Component
public class WithdrawResource {

    private final ResourceAccess access;
    private final Resources resources;
    private final CompanyTime time;

    WithdrawResource(ResourceAccess access, Resources resources, CompanyTime time) {
        this.access = access;
        this.resources = resources;
        this.time = time;
    }

    /** @throws Refusal for everybody but the owner, and where it has been withdrawn already */
    @Transactional
    public void withdraw(String resourceId, String personId) {
        Resource resource = access.changeable(resourceId, personId);
        resource.withdraw(time.now());
        resources.saveAndFlush(resource);
    }
}
