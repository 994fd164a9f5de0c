package org.xinhuo.incentive.process.rota;

/** What the code and the model "share-swap" agree on; a test compares both. */
final class ShareSwapModel {

    static final String KEY = "share-swap";

    static final String OPEN_SWAP = "openSwap";
    static final String AGREE_TO_SWAP = "agreeToSwap";
    static final String REMIND_OF_SWAP = "remindOfSwap";
    static final String LAPSE_SWAP = "lapseSwap";
    static final String SWAP_SHARES = "swapShares";
    static final String SETTLE_SWAP = "settleSwap";

    static final String WITHDRAWN = "swap.withdrawn";

    static final String ASKED_OF = "askedOf";
    /** The answer of the gateway {@code isAgreed}. */
    static final String AGREED = "agreed";

    static final String DUE_AT = "dueAt";
    static final String REMIND_AT = "remindAt";

    private ShareSwapModel() {}
}
