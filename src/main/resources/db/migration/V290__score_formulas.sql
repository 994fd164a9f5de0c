-- The formulas of a lecturer month (contract, section 6). They stand here once: the month of the whole company, of one
-- lecturer, a stored month and "what lifts me next" all ask these functions.

-- 100 · min(1, reached / target); a target of nothing is always reached.
create function score_reached(reached integer, target integer) returns numeric language sql immutable as $$
    select case when reached >= target then 100::numeric else 100::numeric * reached / target end
$$;

-- 10 · mean of the ratings; 0 without any.
create function score_rating(rating_sum integer, ratings integer) returns numeric language sql immutable as $$
    select case when ratings = 0 then 0::numeric else 10::numeric * rating_sum / ratings end
$$;

-- 100 · submitted in time / held; 0 where nothing was held.
create function score_timeliness(on_time integer, held integer) returns numeric language sql immutable as $$
    select case when held = 0 then 0::numeric else 100::numeric * on_time / held end
$$;

-- A fraction, rounded half up to this many decimals. Exact: div cuts off, it does not round twice.
create function rounded_half_up(dividend numeric, divisor numeric, decimals integer) returns numeric
    language sql immutable as $$
    select round(div(2 * 10::numeric ^ decimals * dividend + divisor, 2 * divisor) / 10::numeric ^ decimals, decimals)
$$;

-- Σ weight · component / Σ weight as one fraction over a common denominator, rounded once.
create function lecturer_score(
        held integer, on_time integer, ratings integer, rating_sum integer, reuses integer,
        target_shares integer, target_reuse integer,
        weight_shares numeric, weight_rating numeric, weight_reuse numeric, weight_timeliness numeric)
    returns numeric language plpgsql immutable as $$
declare
    shares_by  numeric := case when held >= target_shares then 1 else target_shares end;
    shares_of  numeric := case when held >= target_shares then 1 else held end;
    reuse_by   numeric := case when reuses >= target_reuse then 1 else target_reuse end;
    reuse_of   numeric := case when reuses >= target_reuse then 1 else reuses end;
    ratings_by numeric := greatest(ratings, 1);
    held_by    numeric := greatest(held, 1);
begin
    return rounded_half_up(
        weight_shares * 100 * shares_of * ratings_by * reuse_by * held_by
            + weight_rating * 10 * rating_sum * shares_by * reuse_by * held_by
            + weight_reuse * 100 * reuse_of * shares_by * ratings_by * held_by
            + case when held = 0 then 0
                   else weight_timeliness * 100 * on_time * shares_by * ratings_by * reuse_by end,
        (weight_shares + weight_rating + weight_reuse + weight_timeliness)
            * shares_by * ratings_by * reuse_by * held_by,
        2);
end $$;

-- (5 · μ + Σ r) / (5 + n) at six decimals, μ being the mean of all ratings of the month; null where there are none.
create function levelled_mean(rating_sum bigint, ratings bigint, company_sum bigint, company_ratings bigint)
    returns numeric language sql immutable as $$
    select case when company_ratings > 0 then
        rounded_half_up(5::numeric * company_sum + rating_sum::numeric * company_ratings,
                        company_ratings::numeric * (5 + ratings), 6) end
$$;
