//! The one way to declare what stands in a TOML file. It knows how a record is made of fields, and leaves
//! what a field is to the field's type.

/// Declares a record: a struct, its decoder and its schema. The name of a field in the file is that of the
/// Rust field, with `-` for `_`; doc comments become descriptions in the schema and hints for what is
/// missing. Each record also has the `spot` at which it begins.
macro_rules! record {
    (
        $(#[doc = $doc:literal])*
        $name:ident { $( $(#[doc = $field_doc:literal])* $field:ident: $type:ty, )* }
    ) => {
        $(#[doc = $doc])*
        #[derive(Clone, Debug)]
        pub(crate) struct $name {
            /// Where it begins.
            #[allow(dead_code, reason = "every record has it, and not every check needs it")]
            pub(crate) spot: $crate::report::Spot,
            $( $(#[doc = $field_doc])* pub(crate) $field: $type, )*
        }

        impl $crate::decode::Decode for $name {
            fn decode(node: $crate::decode::Node<'_>, report: &mut $crate::report::Report) -> Self {
                let mut fields = $crate::decode::Fields::open(node, report);
                let record = Self {
                    spot: node.spot,
                    $( $field: fields.take(
                        $crate::decode::record!(@name $field),
                        concat!($($field_doc),*),
                        report,
                    ), )*
                };
                fields.close(report);
                record
            }

            fn lost(spot: $crate::report::Spot) -> Self {
                Self { spot, $( $field: $crate::decode::Decode::lost(spot), )* }
            }
        }

        impl $crate::schema::Schema for $name {
            fn schema(definitions: &mut $crate::schema::Definitions) -> serde_json::Value {
                $crate::schema::named(stringify!($name), definitions, |definitions| {
                    let properties = vec![$((
                        $crate::decode::record!(@name $field),
                        concat!($($field_doc),*),
                        <$type as $crate::schema::Schema>::schema(definitions),
                        !<$type as $crate::decode::Decode>::OPTIONAL,
                    )),*];
                    $crate::schema::object(concat!($($doc),*), properties)
                })
            }
        }
    };
    (@name $field:ident) => { stringify!($field).trim_start_matches("r#").replace('_', "-") };
}
pub(crate) use record;
