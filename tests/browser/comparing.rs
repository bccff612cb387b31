//! What a visitor can do to set films beside each other.

use super::visitor::visit;
use serde_json::json;

const COLUMNS: &str = "return [...document.querySelectorAll('[aria-labelledby=themes] thead th')].map(cell => cell.textContent)";

#[test]
fn a_film_leads_to_its_comparison_with_others() {
    visit(async |visitor| {
        visitor.open("en/films/la-fuga/").await;
        visitor.click(".film-parallels a[href*='compare']").await;
        visitor.sees_address("en/compare/?film=la-fuga").await;
        visitor.click(".compare .chips a[aria-label='Add Plata quemada']").await;
        visitor.sees_address("en/compare/?film=la-fuga&film=plata-quemada").await;
        visitor.sees(COLUMNS, json!(["La fuga", "Plata quemada"])).await;
        visitor.sees("return document.title", json!("Compare: La fuga, Plata quemada · Desenlace")).await;
        visitor.click(".compare .chips a[aria-label='Remove La fuga']").await;
        visitor.sees_address("en/compare/?film=plata-quemada").await;
        visitor.back().await;
        visitor.sees(COLUMNS, json!(["La fuga", "Plata quemada"])).await;
    });
}

#[test]
fn films_beside_each_other_show_what_they_share_and_where_they_part() {
    visit(async |visitor| {
        visitor.open("en/compare/?film=la-fuga&film=plata-quemada").await;
        let prison = "return [...[...document.querySelectorAll('.compare-table tr')]
            .find(row => row.querySelector('th')?.textContent === 'Prison').querySelectorAll('td')]
            .map(cell => cell.textContent.trim().split(' ').pop())";
        visitor.sees(prison, json!(["major", "absent"])).await;
        let groups = "return [...document.querySelectorAll('.table-group')].map(group => group.textContent)";
        visitor.sees(groups, json!(["In common", "In one only"])).await;
        let told =
            "return [...document.querySelectorAll('.shape-film tbody')].map(table => table.rows.length)";
        visitor.sees(told, json!([39, 37])).await;
        visitor.sees("return document.querySelectorAll('.shape > path').length", json!(2)).await;
        let films =
            "return [...new Set([...document.querySelectorAll('[aria-labelledby=parallels] .film-link')]
            .map(link => link.textContent))].sort()";
        visitor.sees(films, json!(["La fuga", "Plata quemada"])).await;
        visitor.click("[aria-labelledby=parallels] .evidence a").await;
        visitor.sees("return document.activeElement.classList.contains('passage')", json!(true)).await;
    });
}

#[test]
fn two_films_are_compared_from_the_list_of_all_pairs() {
    visit(async |visitor| {
        visitor.open("pt/compare/").await;
        visitor.click("[aria-labelledby=pairs] li:last-child a").await;
        visitor.sees_address("pt/compare/?film=plata-quemada&film=la-fuga").await;
        visitor.sees(COLUMNS, json!(["Plata quemada", "La fuga"])).await;
    });
}
