"""From records to the build file, through dbt, to the published file."""
