-- Whether there is such a volunteer.
SELECT EXISTS (SELECT FROM volunteer WHERE volunteer.id = @volunteer)
