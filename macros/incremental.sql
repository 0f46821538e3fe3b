{#-
    How models over mentions stay what a full refresh gives, without being made anew each time.

    What may change a row is known for whole articles: an article has a version, a digest of all that
    is known of it and stated about it now. `int_articles_changed` holds the versions beside those the
    tables were last made of; `int_events_changed` does the same for rows of the marts and the
    articles they rest on. An incremental model throws out the rows of what changed and takes in what
    its query gives for it, in one transaction. What was withdrawn has no version any more and only
    goes out.

    What the versions do not hold is the same for all rows: the SQL, the seeds, DuckDB itself. When
    any of that changed, the tables are made anew. The versions the tables were made of are noted when
    a build has made all incremental models; a build that broke off leaves the older note, so that
    the next one does the same work again.
-#}

{#- A digest of all columns of a row; `row` is the name of its table or CTE. -#}
{% macro row_version(row) -%}
    md5(cast({{ row }} as varchar))
{%- endmacro %}

{#-
    What an incremental model says at its top: the model that knows what changed, and the columns that
    hold ids of it. The dependency is told while dbt reads the project, so that a unit test need not
    make up changes.
-#}
{% macro kept_up_with(changes, keys) -%}
    {#- A changed column is changed SQL, for which the table is made anew. -#}
    {{ config(
        materialized='incremental',
        on_schema_change='fail',
        meta={'changes': changes, 'keys': keys},
    ) }}
    {%- if not execute -%}{%- do ref(changes) -%}{%- endif -%}
{%- endmacro %}

{#- True for the rows to make now: those of what changed, or all when the table is made anew. -#}
{% macro is_due(key, changes='int_articles_changed') -%}
    {%- if model.resource_type == 'model' and is_incremental() -%}
        {{ key }} in ({{ changed_keys(changes) }})
    {%- else -%}
        true
    {%- endif -%}
{%- endmacro %}

{% macro changed_keys(changes) -%}
    select changes.changed_id from {{ ref(changes) }} as changes where changes.is_changed
{%- endmacro %}

{% materialization incremental, adapter='duckdb' %}
    {%- if not is_incremental() -%}{{ return(replace_relation('table')) }}{%- endif -%}
    {%- set meta = config.get('meta') -%}
    {{ run_hooks(pre_hooks) }}
    {%- call statement('main') -%}
        delete from {{ this }}
        where
            {%- for key in meta['keys'] %}
            {{ key }} in ({{ changed_keys(meta['changes']) }}){{ ' or' if not loop.last }}
            {%- endfor %};
        insert into {{ this }} by name ({{ sql }});
    {%- endcall -%}
    {{ run_hooks(post_hooks) }}
    {%- do adapter.commit() -%}
    {{ return({'relations': [this.incorporate(type='table')]}) }}
{% endmaterialization %}

{#-
    Before a build: have the notes at hand, and forget the tables that other SQL or seeds made, or a
    build that broke off: it may have taken in what is gone again by now.
-#}
{% macro prepare_state() %}
    {%- set due = [] -%}
    {%- if execute and flags.WHICH in ('build', 'run') -%}
        {%- do run_query(create_state_tables()) -%}
        {%- set due = incremental_models() | map(attribute='unique_id') | select('in', selected_resources) | list -%}
    {%- endif -%}
    {%- if due -%}
        {%- call statement('state', auto_begin=False) -%}
            insert into state.builds
            select
                md5(version() || string_agg(md5(content), '' order by filename)),
                false
            from read_text([{{ project_files() }}]);
        {%- endcall -%}
        {%- set last = run_query('select count(*) = 2 and count(distinct project_version) = 1 and bool_or(is_finished) from state.builds') -%}
        {%- if not last.rows[0][0] -%}{{ drop_relations(due) }}{%- endif -%}
    {%- endif -%}
    select 1
{% endmacro %}

{% macro create_state_tables() %}
create schema if not exists state;

create table if not exists state.built_versions (
    version_of varchar not null,
    version_id varchar not null,
    version varchar not null
);

create table if not exists state.row_mentions (
    row_kind varchar not null,
    row_id varchar not null,
    mention_id varchar not null,
    first_run_number integer not null,
    last_run_number integer not null
);

create table if not exists state.builds (
    project_version varchar not null,
    is_finished boolean not null
);
{% endmacro %}

{#- The files that make the tables what they are, as a list of SQL literals. -#}
{% macro project_files() %}
    {%- set root = (graph.nodes.values() | selectattr('resource_type', 'equalto', 'seed') | first).root_path -%}
    {%- for path in ('models/**/*.*', 'macros/**/*.sql', 'seeds/*.*', 'dbt_project.yml') -%}
        {{ dbt.string_literal(dbt.escape_single_quotes(root ~ '/' ~ path)) }}{{ ', ' if not loop.last }}
    {%- endfor -%}
{% endmacro %}

{% macro drop_relations(unique_ids) %}
    {%- for id in unique_ids -%}
        {%- set node = graph.nodes[id] -%}
        {%- set old = adapter.get_relation(node.database, node.schema, node.alias) -%}
        {%- if old is not none -%}{%- do adapter.drop_relation(old) -%}{%- endif -%}
    {%- endfor -%}
{% endmacro %}

{% macro incremental_models() %}
    {{ return(graph.nodes.values() | selectattr('config.materialized', 'equalto', 'incremental') | list) }}
{% endmacro %}

{#- After a build that made all incremental models: what they were made of. -#}
{% macro remember_state(results) %}
    {%- if execute and flags.WHICH in ('build', 'run') -%}
        {%- set made = results | selectattr('status', 'equalto', 'success') | map(attribute='node.unique_id') | list -%}
        {%- if incremental_models() | map(attribute='unique_id') | reject('in', made) | list | length == 0 -%}
            begin transaction;
            delete from state.built_versions;
            {%- for of in ('articles', 'events') %}
            insert into state.built_versions
            select '{{ of }}', changed_id, version
            from {{ built_relation('int_' ~ of ~ '_changed') }}
            where version is not null;
            {%- endfor %}
            {%- if not (var('as_of_run') or var('as_of_ingest')) %}
            {{ remember_rows() }}
            {%- endif %}
            delete from state.builds where rowid < (select max(builds.rowid) from state.builds as builds);
            update state.builds set is_finished = true;
            commit;
        {%- endif -%}
    {%- endif -%}
    select 1
{% endmacro %}

{#- An id stays known when no row has it any more; an earlier state told again adds nothing. -#}
{% macro remember_rows() %}
            create or replace temporary table rows_now as
            select
                kind as row_kind,
                event_id as row_id,
                mention_id,
                (select max(run_number) from raw.ingest_runs) as run_number
            from {{ built_relation('int_mentions_grouped') }};
            update state.row_mentions
            set last_run_number = rows_now.run_number
            from rows_now
            where
                row_mentions.row_id = rows_now.row_id
                and row_mentions.mention_id = rows_now.mention_id
                and row_mentions.last_run_number < rows_now.run_number;
            insert into state.row_mentions
            select row_kind, row_id, mention_id, run_number, run_number
            from rows_now
            anti join state.row_mentions using (row_id, mention_id);
{% endmacro %}

{% macro built_relation(name) %}
    {%- set node = graph.nodes.values() | selectattr('name', 'equalto', name) | selectattr('resource_type', 'equalto', 'model') | first -%}
    {{ return(adapter.get_relation(node.database, node.schema, node.alias)) }}
{% endmacro %}
