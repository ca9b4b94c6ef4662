package poca.testkit.agreement;

/// A document of two services in the shape of the real one.
final class Sample {

  static final String YAML =
      """
      openapi: 3.1.0
      info: {title: sample, version: "1"}
      paths:
        /api/v1/things:
          post:
            operationId: createThing
            x-service: thing-service
            requestBody:
              required: true
              content:
                application/json:
                  schema: {$ref: '#/components/schemas/NewThing'}
            responses:
              "200": {$ref: '#/components/responses/Thing'}
              "401": {$ref: '#/components/responses/NotAuthenticated'}
              "409":
                description: taken
                content:
                  application/json:
                    schema:
                      allOf:
                        - $ref: '#/components/schemas/Error'
                        - type: object
                          properties:
                            status_code: {const: 409}
                            data: {type: object, properties: {error_code: {enum: [RES_003]}}}
          get:
            operationId: listThings
            x-service: thing-service
            parameters:
              - {name: skip, in: query, schema: {type: integer, minimum: 0, default: 0}}
              - {name: limit, in: query, schema: {type: integer, minimum: 1, maximum: 200, default: 100}}
              - {name: colour, in: query, schema: {type: string, enum: [red, green]}}
              - {name: user-entity-id, in: header, schema: {type: string}}
            x-acting-as: true
            responses:
              "200": {$ref: '#/components/responses/Thing'}
              "403": {$ref: '#/components/responses/NotAuthenticated'}
        /api/v1/things/newest:
          get:
            operationId: newestThing
            x-service: thing-service
            security: []
            responses:
              "200": {$ref: '#/components/responses/Thing'}
        /api/v1/things/{thing_id}:
          get:
            operationId: readThing
            x-service: thing-service
            parameters:
              - {name: thing_id, in: path, required: true, schema: {type: string, format: uuid}}
            responses:
              200: {$ref: '#/components/responses/Thing'}
              404: {description: unknown}
          delete:
            operationId: deleteThing
            x-service: thing-service
            responses:
              "204": {description: gone}
        /api/v1/others:
          get:
            operationId: listOthers
            x-service: other-service
            responses:
              "200": {description: fine}
      components:
        responses:
          Thing:
            description: fine
            content:
              application/json:
                schema:
                  type: object
                  required: [status_code, status, message, data]
                  properties:
                    status_code: {const: 200}
                    status: {const: true}
                    message: {type: string}
                    data: {$ref: '#/components/schemas/FullThing'}
          NotAuthenticated:
            description: no token
            content:
              application/json:
                schema: {$ref: '#/components/schemas/Error'}
        schemas:
          Error:
            type: object
            required: [status_code, status, message, data]
            properties:
              status_code: {type: integer}
              status: {const: false}
              message: {type: string}
              data:
                type: object
                required: [error_code, details, request_id]
                properties:
                  error_code: {type: string}
                  details: {type: object}
                  request_id: {type: string}
          Thing:
            type: object
            required: [id, made_at]
            properties:
              id: {type: string, format: uuid}
              made_at: {type: string, format: date-time}
          FullThing:
            allOf:
              - $ref: '#/components/schemas/Thing'
              - type: object
                required: [size, notes, extras, twin]
                properties:
                  size: {type: integer}
                  email: {type: string, format: email}
                  notes: {type: array, items: {$ref: '#/components/schemas/Note'}}
                  extras: {type: object}
                  twin:
                    oneOf: [{$ref: '#/components/schemas/Thing'}, {type: "null"}]
          Note:
            type: object
            required: [text]
            properties:
              text: {type: [string, "null"]}
          NewThing:
            type: object
            required: [owner_id, name]
            properties:
              owner_id: {type: string, format: uuid}
              name: {type: string, maxLength: 255}
              colour: {type: string, enum: [red, green, crimson]}
              size: {type: integer, minimum: 0}
              notes: {type: array, maxItems: 5, items: {$ref: '#/components/schemas/NewNote'}}
              due_at: {type: [string, "null"], format: date-time}
          NewNote:
            type: object
            required: [text]
            properties:
              text: {type: string}
      """;

  static final String THING =
      """
      {"status_code":200,"status":true,"message":"Request successful","data":{
        "id":"0199a1b2-0000-7000-8000-000000000001","made_at":"2026-11-25T02:00:00.000Z","size":3,
        "notes":[{"text":null}],"extras":{"any":"thing"},
        "twin":{"id":"0199a1b2-0000-7000-8000-000000000002","made_at":"2026-11-25T02:00:00.000Z"}}}
      """;

  private Sample() {}

  static ApiDocument document() {
    return ApiDocument.of(YAML);
  }
}
