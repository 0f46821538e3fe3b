{#-
    The raw tables: append-only, one row per thing seen, nothing interpreted.
    The one place that defines them: dbt runs this before every build (so that a fresh clone builds
    with empty tables), and `ingest/warehouse/raw.py` runs the same text before it loads.
    Primary keys are left to dbt tests: an index on a table of mentions would slow every load.
-#}
{% macro create_raw_tables() %}
create schema if not exists raw;

create table if not exists raw.ingest_runs (
    run_id varchar not null,
    run_number integer not null,
    started_at timestamp not null,
    finished_at timestamp not null,
    tool_version varchar not null,
    extractor_version varchar,
    input_paths varchar [] not null,
    fact_paths varchar [] not null,
    document_count bigint not null,
    fact_set_count bigint not null,
    fact_count bigint not null,
    rejected_input_count bigint not null,
    rejected_fact_count bigint not null
);

create table if not exists raw.articles (
    run_id varchar not null,
    document_id varchar not null,
    source_key varchar not null,
    article_key varchar not null,
    text_id varchar not null,
    source_path varchar not null,
    source_position bigint,
    media_type varchar not null,
    encoding varchar not null,
    title varchar,
    title_basis varchar,
    publisher varchar,
    publisher_basis varchar,
    published_on date,
    published_on_basis varchar,
    byline varchar,
    byline_basis varchar,
    dateline_place varchar,
    dateline_place_basis varchar,
    dateline_on date,
    dateline_on_basis varchar,
    url varchar,
    url_basis varchar,
    language varchar,
    language_basis varchar,
    source_urls varchar [] not null,
    text varchar not null
);

create table if not exists raw.article_furniture (
    run_id varchar not null,
    document_id varchar not null,
    start_offset bigint not null,
    end_offset bigint not null,
    furniture_type varchar not null
);

create table if not exists raw.fact_sets (
    run_id varchar not null,
    fact_set_id varchar not null,
    document_id varchar not null,
    text_id varchar not null,
    method varchar not null,
    producer_version varchar,
    source_path varchar not null,
    fact_count bigint not null,
    rejected_count bigint not null
);

create table if not exists raw.facts (
    run_id varchar not null,
    fact_set_id varchar not null,
    fact_id varchar not null,
    mention_id varchar not null,
    kind varchar not null,
    position bigint not null,
    title varchar,
    fact_type varchar,
    status varchar not null,
    strength varchar,
    action varchar,
    series varchar,
    ordinal bigint,
    place varchar,
    date_edtf varchar,
    date_text varchar,
    date_basis varchar,
    valid_until_edtf varchar,
    valid_until_text varchar,
    valid_until_basis varchar,
    amount_value double,
    amount_currency varchar,
    amount_qualifier varchar,
    amount_period varchar,
    is_space boolean not null,
    confidence double
);

create table if not exists raw.fact_parties (
    run_id varchar not null,
    fact_id varchar not null,
    role varchar not null,
    position bigint not null,
    party_name varchar not null,
    stated_code varchar
);

create table if not exists raw.fact_people (
    run_id varchar not null,
    fact_id varchar not null,
    position bigint not null,
    person_name varchar not null,
    office varchar,
    stated_code varchar
);

create table if not exists raw.fact_evidence (
    run_id varchar not null,
    fact_id varchar not null,
    position bigint not null,
    document_id varchar not null,
    quote varchar not null,
    start_offset bigint not null,
    end_offset bigint not null,
    is_in_furniture boolean not null
);

create table if not exists raw.rejected_inputs (
    run_id varchar not null,
    rejection_id varchar not null,
    source_path varchar not null,
    source_position bigint,
    reason_code varchar not null,
    reason varchar not null,
    field varchar,
    value varchar
);

create table if not exists raw.rejected_facts (
    run_id varchar not null,
    rejection_id varchar not null,
    source_path varchar not null,
    article_key varchar,
    kind varchar,
    position bigint,
    reason_code varchar not null,
    reason varchar not null,
    field varchar,
    value varchar,
    fact_json varchar
);

create table if not exists raw.builds (
    build_id varchar not null,
    finished_at timestamp not null,
    command varchar not null,
    is_passed boolean not null
);

create table if not exists raw.extraction_scores (
    gold_set varchar not null,
    extractor_version varchar,
    kind varchar not null,
    measure varchar not null,
    field varchar,
    value double not null,
    support bigint not null,
    measured_at timestamp not null
);
{% endmacro %}
