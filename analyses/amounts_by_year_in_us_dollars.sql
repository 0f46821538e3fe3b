-- How much money was agreed or promised for space in each year, in US dollars? Sums in all and sums
-- to be paid each year or month are never added to each other. Even so a total is an upper bound:
-- a framework and a contract under it may name the same money.
-- One row per year, kind and basis; the year is that of the signing or deadline, else the report.
with

sums as (

    select
        'agreement' as row_kind,
        agreement_id as row_id,
        title as what,
        amount_usd,
        coalesce(amount_period, 'in all') as amount_basis,
        extract(year from coalesce(signed_from, first_reported_on)) as money_year
    from agreements
    where amount is not null and is_space

    union all

    select
        'commitment' as row_kind,
        commitment_id as row_id,
        action as what,
        amount_usd,
        coalesce(amount_period, 'in all') as amount_basis,
        extract(year from coalesce(due_from, first_reported_on)) as money_year
    from commitments
    where amount is not null and is_space and status <> 'cancelled'

),

final as (

    select
        money_year,
        row_kind,
        amount_basis,
        count(*) as row_count,
        count(amount_usd) as priced_row_count,
        sum(amount_usd) as total_usd,
        max(amount_usd) as largest_usd,
        max_by(what, amount_usd) as largest
    from sums
    group by
        money_year,
        row_kind,
        amount_basis
    order by
        money_year asc,
        row_kind asc,
        amount_basis asc

)

select * from final
