package org.xinhuo.promotion.process;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.ProcessBean;
import org.xinhuo.promotion.Promotions;

/** Whom the model asks first. */
@Component
@ProcessBean
public class PromotionApprovers {

    private final Promotions promotions;

    PromotionApprovers(Promotions promotions) {
        this.promotions = promotions;
    }

    /** The manager, or null where there is none. */
    public @Nullable String manager(String promotionId) {
        return promotions.get(promotionId).managerId();
    }

    /** HR where there is no manager; otherwise no group. */
    public List<String> groupInPlaceOfManager(String promotionId) {
        return promotions.get(promotionId).managerId() == null ? List.of("hr") : List.of();
    }
}
