package org.xinhuo.incentive.rating;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xinhuo.incentive.sharing.ShareNotices;
import org.xinhuo.notification.Notices;
import org.xinhuo.notification.PersonalLinks;

/** Ten buttons in the letter that asks for a rating, each for the receiver alone. */
@Component
class RatingButtons implements PersonalLinks {

    private final RatingLinks links;

    RatingButtons(RatingLinks links) {
        this.links = links;
    }

    @Override
    public Optional<Way> of(Notices.Notice notice, String personId, Locale locale) {
        return shareId(notice)
                .flatMap(shareId -> links.token(shareId, personId))
                .map(token -> way("/r/" + token + "?lang=" + locale.toLanguageTag()));
    }

    private static Way way(String path) {
        List<Button> buttons = IntStream.rangeClosed(RateShare.LOWEST, RateShare.HIGHEST)
                .mapToObj(score -> new Button(String.valueOf(score), path + "&score=" + score))
                .toList();
        return new Way(path, buttons);
    }

    private static Optional<String> shareId(Notices.Notice notice) {
        @Nullable String link = notice.link();
        return notice.code().equals(ShareNotices.RATING_OPENED) && link != null && link.startsWith(ShareNotices.RATE)
                ? Optional.of(link.substring(ShareNotices.RATE.length()))
                : Optional.empty();
    }
}
