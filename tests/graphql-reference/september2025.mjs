// Makes npm graphql 16's own types those of the specification of September 2025: takes proposals of later drafts away, and adds what came with that edition.
import { __Directive, __DirectiveLocation, __Field, __Schema, __Type, GraphQLBoolean, GraphQLDeprecatedDirective, GraphQLNonNull, GraphQLString } from "graphql";

const draftLocation = "DIRECTIVE_DEFINITION";

GraphQLDeprecatedDirective.locations = GraphQLDeprecatedDirective.locations.filter((location) => location !== draftLocation);
GraphQLDeprecatedDirective.args[0].type = new GraphQLNonNull(GraphQLString);
__Schema.getFields().directives.args = [];
delete __Directive.getFields().isDeprecated;
delete __Directive.getFields().deprecationReason;
__DirectiveLocation._values = __DirectiveLocation.getValues().filter((value) => value.name !== draftLocation);

for (const type of [__Type, __Field, __Directive]) {
  for (const argument of Object.values(type.getFields()).flatMap((field) => field.args)) {
    if (argument.name === "includeDeprecated") argument.type = new GraphQLNonNull(GraphQLBoolean);
  }
}
